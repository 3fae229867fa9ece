import type { KeyCaller } from '@conferbot/accounts';
import type { Logger, Principal, Workspace } from '@conferbot/plugin';
import type { Caller } from '@conferbot/runtime';
import type { Exchange } from './exchange.ts';

/** The holder of a key as the runtime sees it, for one request. */
export class KeyedCaller implements Caller {
  readonly workspace: Workspace;
  readonly principal: Principal;
  readonly requestId: string;
  readonly confirmsDestructive: boolean;
  readonly boundChatbot?: string;
  readonly #exchange: Exchange;

  constructor(exchange: Exchange, key: KeyCaller, boundChatbot?: string) {
    this.workspace = key.workspace;
    this.principal = key.principal;
    this.requestId = exchange.requestId;
    this.confirmsDestructive = key.confirmDestructive;
    if (boundChatbot !== undefined) this.boundChatbot = boundChatbot;
    this.#exchange = exchange;
  }

  get logger(): Logger {
    return this.#exchange.logger;
  }

  get signal(): AbortSignal {
    return this.#exchange.signal;
  }
}
