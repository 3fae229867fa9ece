import type { Logger, Workspace } from '@conferbot/plugin';
import { CallTokens } from './call/call-token.ts';
import type { Composition } from './compose.ts';
import type { Store } from './database/store.ts';
import { ViewCache } from './registry/view.ts';

/** How this server introduces itself to MCP clients. */
export interface ServerInfo {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly websiteUrl?: string;
}

export interface RuntimeOptions {
  readonly composition: Composition;
  readonly store: Store;
  readonly serverInfo: ServerInfo;
  /** What a model reads about the server as a whole. Never holds text of users. */
  readonly instructions: string;
  readonly logger: Logger;
  /** 32 bytes or more: signs confirmation tokens and round-trip state, seals answers that idempotency keys keep. */
  readonly secret: Uint8Array;
  /** Milliseconds that a call may take. Default 30,000. */
  readonly callTimeout?: number;
  /** Parses every result with its output schema before it leaves. Default false; tests set it. */
  readonly checkResults?: boolean;
  /** Milliseconds since the epoch. Default `Date.now`. */
  readonly clock?: () => number;
  /** Called after a call committed events: wakes the relay. */
  readonly onEvents?: () => void;
  /**
   * Looks a workspace up for what runs without a caller; undefined when it is gone. Default: plan
   * `enterprise`, time zone UTC.
   */
  readonly findWorkspace?: (id: string) => Promise<Workspace | undefined>;
}

/** A composition at work on a store. What answers calls takes one of these. */
export interface Runtime extends RuntimeOptions {
  readonly views: ViewCache;
  readonly tokens: CallTokens;
}

export function createRuntime(options: RuntimeOptions): Runtime {
  return {
    ...options,
    views: new ViewCache(options.composition),
    tokens: new CallTokens(options.secret, options.clock),
  };
}
