import type { Runtime } from '../runtime.ts';

const closers = new WeakMap<Runtime, () => Promise<void>>();

/** Remembers how to end the streams of a runtime; kept apart from the SDK, which a stop need not load. */
export function rememberStreams(runtime: Runtime, close: () => Promise<void>): void {
  closers.set(runtime, close);
}

/** Ends what a runtime holds open, such as subscriptions of MCP clients: for the stop of a host. */
export async function closeStreams(runtime: Runtime): Promise<void> {
  await closers.get(runtime)?.();
}
