#!/usr/bin/env node
import { accountCommands } from '@conferbot/accounts/commands';
import { Command } from 'commander';
import { migrate } from './migrate.ts';
import { start } from './start.ts';
import { type StdioCommandOptions, stdio } from './stdio.ts';
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
program
  .command('stdio')
  .description('Serve one workspace over standard input and output, for a client that starts servers itself.')
  .option('--workspace <id>', 'id of the workspace (default: the only one; an empty store gets one)')
  .action((options: StdioCommandOptions) => stdio(options));
accountCommands(program);

await program.parseAsync();
