import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A failure that the user of a command can read: one line. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

export interface Connection {
  /** Address of the server. */
  readonly url: string;
  /** Admin token. */
  readonly token: string;
}

/**
 * Where the control plane is: options first, then the environment, then what a server in this folder left.
 *
 * @throws CommandFailure when there is no token.
 */
export function connectionOf(
  options: { readonly url?: string | undefined; readonly token?: string | undefined },
  env: NodeJS.ProcessEnv,
): Connection {
  const url = options.url || env.CONFERBOT_URL || 'http://127.0.0.1:3000';
  const token = options.token || env.ADMIN_TOKEN || tokenFile(env.DATA_DIR || '.conferbot');
  if (token === undefined) {
    throw new CommandFailure(
      'No admin token: pass --token, set ADMIN_TOKEN, or run this where the server keeps its data (DATA_DIR).',
    );
  }
  return { url, token };
}

function tokenFile(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'admin-token'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Makes one call to the control plane. @throws CommandFailure with what the server answered, or why it did not. */
export async function callAdmin(
  connection: Connection,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<unknown> {
  const { url, token } = connection;
  let response: Response;
  try {
    response = await fetch(new URL(`/api/v1/admin${path}`, url), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new CommandFailure(`No answer from ${url}: ${reasonOf(error)}. Is the server running?`);
  }
  const text = await response.text();
  const answer = text === '' ? undefined : parse(text);
  if (response.ok) return answer;
  throw new CommandFailure(messageOf(answer) ?? `${url} answered ${response.status}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('message' in answer)) return undefined;
  return typeof answer.message === 'string' ? answer.message : undefined;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
