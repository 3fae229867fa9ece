import type { Command } from 'commander';
import { CommandFailure, callAdmin, connectionOf } from './admin-client.ts';

type Row = Readonly<Record<string, unknown>>;

/** What an action gets beside its arguments. */
export interface CommandContext {
  /** Calls the control plane. */
  call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Row>;
  /** Every row of a list. */
  all(path: string): Promise<Row[]>;
  /** Prints `value` as JSON when asked to, else the text for people. */
  print(value: unknown, text: () => string): void;
}

/** Adds the options of every command that talks to the control plane. */
export function withConnection(command: Command): Command {
  return command
    .option('--url <url>', 'address of the server (default: CONFERBOT_URL or http://127.0.0.1:3000)')
    .option('--token <token>', 'admin token (default: ADMIN_TOKEN, or the file admin-token in DATA_DIR)')
    .option('--json', 'print JSON');
}

/** Runs the work of a command. A failure becomes one line on stderr and exit code 1. */
export async function runCommand(command: Command, work: (context: CommandContext) => Promise<void>): Promise<void> {
  try {
    await work(contextOf(command.opts()));
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = 1;
  }
}

function contextOf(options: { url?: string; token?: string; json?: boolean }): CommandContext {
  const connection = connectionOf(options, process.env);
  const call: CommandContext['call'] = async (method, path, body) =>
    ((await callAdmin(connection, method, path, body)) ?? {}) as Row;
  return {
    call,
    async all(path) {
      const rows: Row[] = [];
      let cursor = '';
      for (;;) {
        const answer = await call('GET', `${path}?limit=100${cursor}`);
        const { data, pagination } = answer as { data?: Row[]; pagination?: { nextCursor?: string | null } };
        rows.push(...(data ?? []));
        if (!pagination?.nextCursor) return rows;
        cursor = `&cursor=${encodeURIComponent(pagination.nextCursor)}`;
      }
    },
    print(value, text) {
      process.stdout.write(`${options.json === true ? JSON.stringify(value, undefined, 2) : text()}\n`);
    },
  };
}
