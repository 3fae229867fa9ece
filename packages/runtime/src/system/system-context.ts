import { Fault, newUuid, type SystemContext, type Workspace } from '@conferbot/plugin';
import { inCall } from '../call/in-call.ts';
import { sqlOver } from '../call/sql.ts';
import type { Runtime } from '../runtime.ts';

/** The context of a job or a public route: no workspace, the worker role. `name` says on whose behalf. */
export function systemContext(
  runtime: Runtime,
  name: string,
  signal: AbortSignal,
  requestId: string = newUuid(),
): SystemContext {
  const { store, logger } = runtime;
  return {
    sql: sqlOver(async statement => {
      const [result] = await store.run({ role: 'worker' }, [statement]);
      return result ?? { rows: [], count: 0 };
    }),
    logger,
    signal,
    requestId,
    now: () => new Date(runtime.clock?.() ?? Date.now()),
    inWorkspace: async (workspaceId, work) => {
      const workspace = await workspaceOf(runtime, workspaceId);
      if (workspace === undefined) throw new Fault('not_found', 'There is no such workspace.');
      const caller = { workspace, principal: systemPrincipal(name), requestId, logger, signal };
      return inCall(runtime, caller, { readOnly: false }, work);
    },
  };
}

export function systemPrincipal(name: string): { readonly kind: 'system'; readonly name: string } {
  return { kind: 'system', name };
}

/** The workspace of something that happened without a caller; undefined when it is gone. */
export async function workspaceOf(runtime: Runtime, id: string): Promise<Workspace | undefined> {
  if (runtime.findWorkspace === undefined) return { id, plan: 'enterprise', timezone: 'UTC' };
  return runtime.findWorkspace(id);
}
