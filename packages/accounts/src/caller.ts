import type { Principal, Workspace } from '@conferbot/plugin';

/** Who is behind a verified API key. */
export interface KeyCaller {
  readonly workspace: Workspace;
  readonly principal: Extract<Principal, { kind: 'key' }>;
  /** Ids of the plugins that the key may use; undefined for all. */
  readonly plugins: readonly string[] | undefined;
  /** Requests in any 60 seconds. */
  readonly rateLimitPerMinute: number;
  /** The key asks for a confirmation token before a destructive call. */
  readonly confirmDestructive: boolean;
}
