import type { Command } from 'commander';
import { keyCommands } from './key-commands.ts';
import { usageCommand } from './usage-command.ts';
import { workspaceCommands } from './workspace-commands.ts';

/** Adds the commands that manage workspaces, keys and usage over the control plane of a running server. */
export function accountCommands(program: Command): void {
  workspaceCommands(program);
  keyCommands(program);
  usageCommand(program);
}
