import type { Scope } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import { controlled } from '../control-access.ts';

/** An API key, without the key: only its HMAC is kept. A revoked one stays, to name what it used. */
const ApiKeyRecordSchema = defineEntity({
  name: 'ApiKeyRecord',
  tableName: 'api_keys',
  ...controlled,
  uniques: [{ name: 'api_keys_hash', properties: ['hash'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    /** `cbk_` and the first four characters: enough to recognize, not to use. */
    prefix: p.text(),
    /** HMAC-SHA256 of the key under the pepper. Found before its workspace is known, so its index leads. */
    hash: p.blob(),
    scopes: p.array().$type<Scope[]>(),
    /** Plugins that it may use; null for all. */
    plugins: p.array().nullable(),
    rateLimitPerMinute: p.integer().nullable(),
    confirmDestructive: p.boolean().default(false),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
    lastUsedAt: p.datetime(3).nullable(),
  },
});

export class ApiKeyRecord extends ApiKeyRecordSchema.class {}
ApiKeyRecordSchema.setClass(ApiKeyRecord);
