import type { ClientContext, Logger, Principal, Workspace } from '@conferbot/plugin';

/** On whose behalf, and for which client, a call runs. A surface makes one per request. */
export interface Caller {
  readonly workspace: Workspace;
  readonly principal: Principal;
  readonly requestId: string;
  readonly logger: Logger;
  /** Aborted when the client leaves. */
  readonly signal?: AbortSignal | undefined;
  /** uuid of the chatbot that the endpoint is bound to. */
  readonly boundChatbot?: string;
  /** The key asks for a confirmation token before a destructive call. */
  readonly confirmsDestructive?: boolean;
  /** Its `state` is as the client sent it: sealed. A handler gets it opened. */
  readonly client?: ClientContext;
}

/** The client of a call that comes from no MCP client, or from one that declares nothing. */
export const plainClient: ClientContext = Object.freeze({
  capabilities: {},
  answers: {},
  state: undefined,
  progress() {},
  log() {},
});
