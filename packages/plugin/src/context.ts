import type { SqlEntityManager } from '@mikro-orm/sql';
import type { EventType } from './event.ts';
import type { ExtensionPoint, ServiceRef } from './service.ts';
import type { Sql } from './sql.ts';

export type Plan = 'free' | 'starter' | 'pro' | 'business' | 'enterprise';

/** What a key may do: read, change, or put a flow live. */
export type Scope = 'read' | 'write' | 'publish';

export interface Workspace {
  /** uuid */
  readonly id: string;
  readonly plan: Plan;
  /** IANA name, such as `Europe/Berlin`: what a bare date means. */
  readonly timezone: string;
}

/** On whose behalf a call runs. */
export type Principal =
  | { readonly kind: 'key'; readonly keyId: string; readonly name: string; readonly scopes: readonly Scope[] }
  | { readonly kind: 'system'; readonly name: string };

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the client of this call declared, answered and gets to see while the call runs. */
export interface ClientContext {
  /** Capabilities that the request declares, such as `elicitation`; empty for REST and system calls. */
  readonly capabilities: Readonly<Record<string, unknown>>;
  /** Answers to an earlier {@link InputRequired} of this call, by the names it used. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** State that an earlier {@link InputRequired} carried, verified to be ours and of this very call. */
  readonly state: string | undefined;
  /** Reports progress to a client that asked for it; otherwise does nothing. Tools need `streams: true`. */
  progress(done: number, total?: number, message?: string): void;
  /** Sends a log line to a client that asked for it; otherwise does nothing. Tools need `streams: true`. */
  log(level: 'debug' | 'info' | 'notice' | 'warning' | 'error', data: unknown): void;
}

/**
 * Everything that one call may touch. It lives for one transaction, scoped to one workspace by
 * row-level security: a handler never filters by workspace and never opens a transaction.
 */
export interface CallContext {
  readonly workspace: Workspace;
  readonly principal: Principal;
  /** Entity manager inside the call's transaction: for writes and for rich objects. */
  readonly em: SqlEntityManager;
  /** Prepared statements inside the call's transaction: for hot reads and wide lists. */
  readonly sql: Sql;
  readonly client: ClientContext;
  readonly logger: Logger;
  /** Aborted when the client leaves, at the deadline, and when the process stops. */
  readonly signal: AbortSignal;
  readonly requestId: string;
  now(): Date;
  /** The service that some plugin provides. @throws when none does; list it in `requires` to know at the start. */
  use<T>(ref: ServiceRef<T>): T;
  /** Like {@link CallContext.use}, undefined when nobody provides it: for optional neighbours. */
  find<T>(ref: ServiceRef<T>): T | undefined;
  /** What all plugins contribute to an extension point, in the order of the composition. */
  all<T>(point: ExtensionPoint<T>): readonly T[];
  /** Records an event in this transaction: subscribers get it if, and only if, the transaction commits. */
  emit<P>(event: EventType<P>, payload: NoInfer<P>): void;
  /** Runs `work` when this transaction has committed, and never if it is undone: to wake who waits in this process. */
  afterCommit(work: () => void): void;
}

/** What runs outside any workspace: jobs and public routes. Its database role has named rights only. */
export interface SystemContext {
  /** Runs as the worker role: sees what plugins grant it in `storage.rights.worker`. */
  readonly sql: Sql;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly requestId: string;
  now(): Date;
  /**
   * Opens a call scope in a workspace, as the system.
   *
   * @throws Fault `not_found` when there is no such workspace
   */
  inWorkspace<T>(workspaceId: string, work: (ctx: CallContext) => Promise<T>): Promise<T>;
}
