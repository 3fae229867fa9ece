import type { Command } from 'commander';
import { runCommand, withConnection } from './command-context.ts';
import { fields, table } from './table.ts';

/** `usage` */
export function usageCommand(program: Command): void {
  withConnection(program.command('usage'))
    .description('show the API calls of a workspace in this month')
    .argument('<workspaceId>')
    .action((workspaceId: string, _options, command: Command) =>
      runCommand(command, async ({ call, print }) => {
        const usage = await call('GET', `/workspaces/${encodeURIComponent(workspaceId)}/usage`);
        print(usage, () =>
          [
            fields(usage, ['month', 'plan', 'quota', 'used', 'remaining', 'resetsAt']),
            table(
              rowsOf(usage.daily).filter(day => day.calls !== 0),
              ['date', 'calls'],
            ),
            table(rowsOf(usage.byKey), ['id', 'name', 'calls']),
            table(rowsOf(usage.byTool), ['tool', 'calls']),
          ].join('\n\n'),
        );
      }),
    );
}

function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : [];
}
