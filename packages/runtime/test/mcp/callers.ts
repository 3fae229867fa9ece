import { randomUUID } from 'node:crypto';
import type { Caller } from '../../src/call/caller.ts';
import type { Runtime } from '../../src/runtime.ts';

/** The holder of a key that may do everything, in a workspace of its own. */
export function someCaller(runtime: Runtime, changes: Partial<Caller> = {}): Caller {
  return {
    workspace: { id: randomUUID(), plan: 'pro', timezone: 'UTC' },
    principal: { kind: 'key', keyId: randomUUID(), name: 'test', scopes: ['read', 'write', 'publish'] },
    requestId: 'req-1',
    logger: runtime.logger,
    ...changes,
  };
}
