import { randomUUID } from 'node:crypto';
import type { Caller, Runtime } from '@conferbot/runtime';
import type { Member } from './member.ts';

// #region caller
/** A member of this application, as Conferbot knows its callers: the team is the workspace. */
export function callerOf(member: Member, { logger }: Runtime): Caller {
  return {
    workspace: { id: member.teamId, plan: 'enterprise', timezone: 'Europe/Berlin' },
    principal: { kind: 'key', keyId: member.id, name: member.name, scopes: ['read', 'write', 'publish'] },
    requestId: randomUUID(),
    logger,
  };
}
// #endregion caller
