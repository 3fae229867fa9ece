import { databaseRoles, workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** A key that a client gave a call, and the answer for whoever sends the same call again. */
const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_keys',
  rowLevelSecurity: workspaceOwned.rowLevelSecurity,
  policies: [
    ...workspaceOwned.policies,
    { name: 'idempotency_keys_worker', roles: [databaseRoles.worker], using: 'true' },
  ],
  indexes: [{ name: 'idempotency_keys_expiry', properties: ['expiresAt'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    /** SHA-256 of the key. */
    keyHash: p.text().primary(),
    /** Sealed: which call it was, and its answer. Null only inside the transaction of that call. */
    answer: p.text().nullable(),
    expiresAt: p.datetime(3),
  },
});

export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
