import { type Command, InvalidArgumentError } from 'commander';
import { runCommand, withConnection } from './command-context.ts';
import { fields, table } from './table.ts';

const listed = [
  'id',
  'name',
  'prefix',
  'scopes',
  'plugins',
  'rateLimitPerMinute',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
];

/** `key create|list|revoke` */
export function keyCommands(program: Command): void {
  const key = program.command('key').description('manage API keys');

  withConnection(key.command('create'))
    .description('make an API key; it is shown once')
    .argument('<workspaceId>')
    .argument('<name>')
    .option('--scopes <list>', 'read, write, publish, separated by commas (default: all)', commaList)
    .option('--plugins <list>', 'plugins that it may use, separated by commas (default: all)', commaList)
    .option('--expires-at <date>', 'ISO 8601 date and time (default: never)')
    .option('--rate-limit <n>', 'requests per minute (default: 60)', wholeNumber)
    .option('--confirm-destructive', 'ask for a confirmation token before destructive calls')
    .action((workspaceId: string, name: string, options, command: Command) =>
      runCommand(command, async ({ call, print }) => {
        const created = await call('POST', `/workspaces/${encodeURIComponent(workspaceId)}/api-keys`, {
          name,
          scopes: options.scopes,
          plugins: options.plugins,
          expiresAt: options.expiresAt,
          rateLimitPerMinute: options.rateLimit,
          confirmDestructive: options.confirmDestructive,
        });
        const note = 'Keep the key now: it is not shown again.';
        print(created, () => `${fields(created, ['id', 'name', 'key', 'scopes', 'expiresAt'])}\n${note}`);
      }),
    );

  withConnection(key.command('list'))
    .description('list the API keys of a workspace, newest first')
    .argument('<workspaceId>')
    .action((workspaceId: string, _options, command: Command) =>
      runCommand(command, async ({ all, print }) => {
        const rows = await all(`/workspaces/${encodeURIComponent(workspaceId)}/api-keys`);
        print(rows, () => table(rows, listed));
      }),
    );

  withConnection(key.command('revoke'))
    .description('revoke an API key, for good')
    .argument('<workspaceId>')
    .argument('<keyId>')
    .action((workspaceId: string, keyId: string, _options, command: Command) =>
      runCommand(command, async ({ call, print }) => {
        const path = `/workspaces/${encodeURIComponent(workspaceId)}/api-keys/${encodeURIComponent(keyId)}`;
        await call('DELETE', path);
        print({ revoked: true, id: keyId }, () => `Revoked ${keyId}.`);
      }),
    );
}

function commaList(text: string): string[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}
