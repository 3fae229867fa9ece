import type { ClientContext, Logger, Principal, Workspace } from '@conferbot/plugin';
import type { Caller } from './caller.ts';

export interface CallerChanges {
  readonly client?: ClientContext;
  readonly requestId?: string;
  /** Aborts the call too, beside the caller's own signal. */
  readonly signal?: AbortSignal;
}

/** A caller with something changed. Its signal is asked for only when somebody needs it: hosts make theirs late. */
export class DerivedCaller implements Caller {
  readonly workspace: Workspace;
  readonly principal: Principal;
  readonly requestId: string;
  readonly logger: Logger;
  readonly boundChatbot?: string;
  readonly confirmsDestructive?: boolean;
  readonly client?: ClientContext;
  readonly #caller: Caller;
  readonly #signal: AbortSignal | undefined;

  constructor(caller: Caller, changes: CallerChanges) {
    const { boundChatbot, confirmsDestructive } = caller;
    const client = changes.client ?? caller.client;
    this.workspace = caller.workspace;
    this.principal = caller.principal;
    this.requestId = changes.requestId ?? caller.requestId;
    this.logger = caller.logger;
    if (boundChatbot !== undefined) this.boundChatbot = boundChatbot;
    if (confirmsDestructive !== undefined) this.confirmsDestructive = confirmsDestructive;
    if (client !== undefined) this.client = client;
    this.#caller = caller;
    this.#signal = changes.signal;
  }

  get signal(): AbortSignal | undefined {
    const own = this.#signal;
    const given = this.#caller.signal;
    if (own === undefined) return given;
    return given === undefined ? own : AbortSignal.any([own, given]);
  }
}
