import { type Command, Option } from 'commander';
import { plans } from '../plan.ts';
import { CommandFailure } from './admin-client.ts';
import { runCommand, withConnection } from './command-context.ts';
import { fields, table } from './table.ts';

const shown = ['id', 'name', 'plan', 'timezone', 'createdAt'];

/** `workspace create|list|show|update|delete` */
export function workspaceCommands(program: Command): void {
  const workspace = program.command('workspace').description('manage workspaces');

  withConnection(workspace.command('create'))
    .description('create a workspace')
    .argument('<name>')
    .addOption(new Option('--plan <plan>', 'plan').choices(plans).default('starter'))
    .option('--timezone <name>', 'IANA time zone, such as Europe/Berlin (default: UTC)')
    .action((name: string, { plan, timezone }, command: Command) =>
      runCommand(command, async ({ call, print }) => {
        const created = await call('POST', '/workspaces', { name, plan, timezone });
        print(created, () => fields(created, shown));
      }),
    );

  withConnection(workspace.command('list'))
    .description('list workspaces, newest first')
    .action((_options, command: Command) =>
      runCommand(command, async ({ all, print }) => {
        const rows = await all('/workspaces');
        print(rows, () => table(rows, shown));
      }),
    );

  withConnection(workspace.command('show'))
    .description('show a workspace')
    .argument('<workspaceId>')
    .action((id: string, _options, command: Command) =>
      runCommand(command, async ({ call, print }) => {
        const found = await call('GET', `/workspaces/${encodeURIComponent(id)}`);
        print(found, () => fields(found, shown));
      }),
    );

  withConnection(workspace.command('update'))
    .description('change a workspace')
    .argument('<workspaceId>')
    .option('--name <name>', 'new name')
    .addOption(new Option('--plan <plan>', 'new plan').choices(plans))
    .option('--timezone <name>', 'new IANA time zone')
    .action((id: string, { name, plan, timezone }, command: Command) =>
      runCommand(command, async ({ call, print }) => {
        const updated = await call('PATCH', `/workspaces/${encodeURIComponent(id)}`, { name, plan, timezone });
        print(updated, () => fields(updated, shown));
      }),
    );

  withConnection(workspace.command('delete'))
    .description('delete a workspace and everything in it, for good')
    .argument('<workspaceId>')
    .option('--yes', 'really delete it')
    .action((id: string, { yes }, command: Command) =>
      runCommand(command, async ({ call, print }) => {
        if (yes !== true) throw new CommandFailure(`This deletes ${id} and everything in it. Add --yes to go on.`);
        await call('DELETE', `/workspaces/${encodeURIComponent(id)}`);
        print({ deleted: true, id }, () => `Deleted ${id}.`);
      }),
    );
}
