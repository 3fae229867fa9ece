import { randomBytes, randomUUID } from 'node:crypto';
import type { CallContext, Plugin } from '@conferbot/plugin';
import { plainClient } from '../src/call/caller.ts';
import { inCall } from '../src/call/in-call.ts';
import { compose } from '../src/compose.ts';
import type { StoreSchema } from '../src/database/migrate.ts';
import { openStore, type Store } from '../src/database/store.ts';
import { createRuntime, type RuntimeOptions } from '../src/runtime.ts';

/** A runtime on a migrated store, PGlite unless told otherwise, for tests that need no MCP client. */
export async function openBed(
  plugins: readonly Plugin[],
  options: Partial<RuntimeOptions> = {},
  open: (schema: StoreSchema) => Promise<Store> = schema => openStore({}, schema),
) {
  const composition = compose(plugins);
  const store = await open(composition.schema);
  await store.migrate();
  const logged: string[] = [];
  const log = (fields: object, message: string) => {
    logged.push('err' in fields ? `${message}: ${String(fields.err)}` : message);
  };
  const runtime = createRuntime({
    composition,
    store,
    serverInfo: { name: 'bed', title: 'Bed', version: '0.0.0' },
    instructions: '',
    secret: randomBytes(32),
    logger: { debug: log, info: log, warn: log, error: log },
    ...options,
  });
  return {
    runtime,
    store,
    logged,
    /** Runs work in the call scope of a workspace. */
    call<T>(workspaceId: string, work: (ctx: CallContext) => Promise<T>, readOnly = false): Promise<T> {
      const caller = {
        workspace: { id: workspaceId, plan: 'pro', timezone: 'UTC' } as const,
        principal: { kind: 'system', name: 'test' } as const,
        requestId: randomUUID(),
        logger: runtime.logger,
        client: plainClient,
      };
      return inCall(runtime, caller, { readOnly }, work);
    },
    [Symbol.asyncDispose]: () => store.close(),
  };
}

export type Bed = Awaited<ReturnType<typeof openBed>>;
