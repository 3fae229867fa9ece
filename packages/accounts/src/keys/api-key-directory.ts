import { createHmac } from 'node:crypto';
import { invalidArgument, newUuid, notFound, type Scope, type Sql } from '@conferbot/plugin';
import { apiKeyId, noWorkspace, workspaceId as workspaceIds } from '../id.ts';
import type { WorkspaceAccount } from '../workspaces/workspace-directory.ts';
import type { ApiKey, NewApiKey } from './api-key.ts';
import { newApiKey, prefixOf } from './key-format.ts';

/** What a key is verified with. */
export interface KeyRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly name: string;
  readonly scopes: Scope[];
  readonly plugins: string[] | null;
  readonly rateLimitPerMinute: number | null;
  readonly confirmDestructive: boolean;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
  readonly plan: WorkspaceAccount['plan'];
  readonly timezone: string;
}

export interface ApiKeyDirectoryOptions {
  readonly sql: Sql;
  readonly pepper: Uint8Array;
  readonly now: () => number;
  /** Ids of the composed plugins. */
  readonly pluginIds: () => readonly string[];
  /** Called when a key stops. */
  readonly onRevoked: (keyId: string) => void;
}

/** The API keys of all workspaces. */
export class ApiKeyDirectory {
  readonly #options: ApiKeyDirectoryOptions;

  constructor(options: ApiKeyDirectoryOptions) {
    this.#options = options;
  }

  /**
   * Makes a key. The result is the only place where it is ever readable.
   *
   * @throws Fault `not_found` for an unknown workspace, `invalid_argument` for an unknown plugin or an expiry in the past.
   */
  async create(workspaceId: string, input: NewApiKey): Promise<ApiKey & { readonly key: string }> {
    const { sql, now } = this.#options;
    this.#check(input);
    const key = newApiKey();
    const [created] = await sql<ApiKey>`
      insert into api_keys (workspace_id, id, name, prefix, hash, scopes, plugins, rate_limit_per_minute,
        confirm_destructive, created_at, expires_at)
      select w.workspace_id, ${newUuid()}::uuid, ${input.name}, ${prefixOf(key)}, ${this.#hash(key)}::bytea,
        ${[...new Set(input.scopes ?? ['read', 'write', 'publish'])]}::text[],
        ${input.plugins === undefined ? null : [...new Set(input.plugins)]}::text[],
        ${input.rateLimitPerMinute ?? null}::int, ${input.confirmDestructive ?? false}::boolean,
        ${new Date(now())}::timestamptz, ${input.expiresAt ?? null}::timestamptz
      from workspaces w where w.workspace_id = ${workspaceId}
      for key share of w
      returning id, name, prefix, scopes, plugins, rate_limit_per_minute as "rateLimitPerMinute",
        confirm_destructive as "confirmDestructive", created_at as "createdAt", expires_at as "expiresAt",
        last_used_at as "lastUsedAt"`;
    if (created === undefined) throw noWorkspace(workspaceIds.encode(workspaceId));
    return { ...created, key };
  }

  #check(input: NewApiKey): void {
    const known = this.#options.pluginIds();
    for (const [index, id] of (input.plugins ?? []).entries()) {
      if (known.includes(id)) continue;
      throw invalidArgument(
        `plugins.${index}`,
        `There is no plugin "${id}" here. Plugins of this server: ${known.join(', ')}.`,
      );
    }
    if (input.expiresAt !== undefined && input.expiresAt.getTime() <= this.#options.now()) {
      throw invalidArgument('expiresAt', 'The key would have expired already: expiresAt must be in the future.');
    }
  }

  /** Up to `limit + 1` keys that are not revoked, newest first. */
  async list(workspaceId: string, page: { readonly limit: number; readonly offset: number; readonly after?: string }) {
    const { sql } = this.#options;
    const rows = await sql<ApiKey>`
      select id, name, prefix, scopes, plugins, rate_limit_per_minute as "rateLimitPerMinute",
        confirm_destructive as "confirmDestructive", created_at as "createdAt", expires_at as "expiresAt",
        last_used_at as "lastUsedAt"
      from api_keys
      where workspace_id = ${workspaceId} and revoked_at is null
        and (${page.after ?? null}::uuid is null or id < ${page.after ?? null}::uuid)
      order by id desc limit ${page.limit + 1} offset ${page.offset}`;
    const [count] = await sql<{ total: number }>`
      select count(*) as total from api_keys where workspace_id = ${workspaceId} and revoked_at is null`;
    return { rows, total: count?.total ?? 0 };
  }

  /** Names of all keys, also of revoked ones, by uuid. */
  async names(workspaceId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#options.sql<{ id: string; name: string }>`
      select id, name from api_keys where workspace_id = ${workspaceId}`;
    return new Map(rows.map(row => [row.id, row.name]));
  }

  /**
   * Stops a key for good: at once in this process, within 2 seconds in others.
   *
   * @throws Fault `not_found` when the workspace has no such key, or it is revoked already.
   */
  async revoke(workspaceId: string, keyId: string): Promise<void> {
    const { sql, now, onRevoked } = this.#options;
    const revoked = await sql`
      update api_keys set revoked_at = ${new Date(now())}
      where workspace_id = ${workspaceId} and id = ${keyId} and revoked_at is null
      returning id`;
    onRevoked(keyId);
    if (revoked.length === 0) throw notFound('API key', apiKeyId.encode(keyId));
  }

  /** The record of a key, revoked or not. */
  async find(key: string): Promise<KeyRow | undefined> {
    const [row] = await this.#options.sql<KeyRow>`
      select k.workspace_id as "workspaceId", k.id, k.name, k.scopes, k.plugins,
        k.rate_limit_per_minute as "rateLimitPerMinute", k.confirm_destructive as "confirmDestructive",
        k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt", w.plan, w.timezone
      from api_keys k join workspaces w on w.workspace_id = k.workspace_id
      where k.hash = ${this.#hash(key)}::bytea`;
    return row;
  }

  #hash(key: string): Uint8Array {
    return createHmac('sha256', this.#options.pepper).update(key).digest();
  }
}
