#!/usr/bin/env node
import { accountCommands } from '@conferbot/accounts/commands';
import { Command } from 'commander';
import { migrate } from './migrate.ts';
import { start } from './start.ts';
import { version } from './version.ts';

const program = new Command('conferbot')
  .description('Runs the Conferbot MCP server, and manages its workspaces, API keys and usage.')
  .version(version);

program
  .command('start', { isDefault: true })
  .description('Start the server. It is configured by environment variables: PORT, DATABASE_URL, DATA_DIR and others.')
  .action(() => start());
program
  .command('migrate')
  .description('Apply pending migrations to the store (DATABASE_URL or DATA_DIR), and end.')
  .action(() => migrate());
accountCommands(program);

await program.parseAsync();
