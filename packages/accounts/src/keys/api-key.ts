import type { Scope } from '@conferbot/plugin';

/** An API key as it may be shown: without the key. */
export interface ApiKey {
  /** uuid */
  readonly id: string;
  readonly name: string;
  /** First characters of the key. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  /** Ids of the plugins that it may use; null for all. */
  readonly plugins: readonly string[] | null;
  /** Requests in any 60 seconds; null for the default. */
  readonly rateLimitPerMinute: number | null;
  readonly confirmDestructive: boolean;
  /** ISO 8601, as all dates here. */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  /** Exact to a minute. */
  readonly lastUsedAt: string | null;
}

export interface NewApiKey {
  readonly name: string;
  /** Default: all three. */
  readonly scopes?: readonly Scope[] | undefined;
  /** Default: every plugin. */
  readonly plugins?: readonly string[] | undefined;
  /** Default: never. */
  readonly expiresAt?: Date | undefined;
  /** Default 60. */
  readonly rateLimitPerMinute?: number | undefined;
  /** Default false. */
  readonly confirmDestructive?: boolean | undefined;
}
