import type { Readable, Writable } from 'node:stream';
import { newUuid } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import { DerivedCaller } from '../call/derived-caller.ts';
import type { View } from '../registry/view.ts';
import type { Runtime } from '../runtime.ts';

export interface StdioOptions {
  /** Default `process.stdin`. */
  readonly input?: Readable;
  /** Default `process.stdout`. Nothing else may write to it. */
  readonly output?: Writable;
}

export interface StdioConnection {
  close(): Promise<void>;
}

/**
 * Speaks MCP over standard input and output, in the era that the client opens with: SDK v2 knows both. A
 * connection has one caller; each of its requests gets an id of its own.
 */
export async function serveStdio(
  runtime: Runtime,
  view: View,
  caller: Caller,
  options: StdioOptions = {},
): Promise<StdioConnection> {
  const [sdk, { serverV2 }] = await Promise.all([import('@modelcontextprotocol/server/stdio'), import('./sdk-v2.ts')]);
  const transport = new sdk.StdioServerTransport(options.input, options.output);
  const next = () => new DerivedCaller(caller, { requestId: newUuid() });
  return sdk.serveStdio(() => serverV2(runtime, view, next, () => {}), {
    transport,
    onerror: error => caller.logger.warn({ err: error }, 'mcp over stdio'),
  });
}
