import { type Accounts, type Admission, isRefusal, type KeyCaller, type Refusal as Refused } from '@conferbot/accounts';
import type { Exchange } from './exchange.ts';
import { Refusal } from './refusal.ts';

/** Where the host asks who is calling, and whether they may; and words refusals. */
export class KeyDesk {
  readonly #accounts: Accounts;
  /** By what is known of a key, which is forgotten when its workspace changes. */
  readonly #workspaceNames = new WeakMap<KeyCaller, string>();

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  /**
   * Who is behind the key of a request. A promise only when the store has to be asked.
   *
   * @throws Refusal 401, 403, 503.
   */
  open(exchange: Exchange): KeyCaller | Promise<KeyCaller> {
    const { headers } = exchange.request;
    const apiKey = headers['x-api-key'];
    const answer = this.#accounts.authenticate({
      apiKey: typeof apiKey === 'string' ? apiKey : undefined,
      authorization: headers.authorization,
    });
    return answer instanceof Promise
      ? answer.then(later => this.#known(exchange, later))
      : this.#known(exchange, answer);
  }

  #known(exchange: Exchange, answer: KeyCaller | Refused): KeyCaller {
    if (isRefusal(answer)) throw refusalFrom(answer, exchange);
    exchange.standing = () => this.#accounts.limits(answer);
    return answer;
  }

  /**
   * Admits one call. A promise only when the store has to be asked.
   *
   * @throws Refusal 429, 503.
   */
  admit(exchange: Exchange, key: KeyCaller): Admission | Promise<Admission> {
    const answer = this.#accounts.admit(key);
    return answer instanceof Promise ? answer.then(later => admitted(exchange, later)) : admitted(exchange, answer);
  }

  /** What the workspace of a key is called. */
  async workspaceName(key: KeyCaller): Promise<string> {
    const known = this.#workspaceNames.get(key);
    if (known !== undefined) return known;
    const { name } = await this.#accounts.workspaces.get(key.workspace.id);
    this.#workspaceNames.set(key, name);
    return name;
  }

  /** @param what Name of a tool of the composition, or of a method of the protocol. */
  count(key: KeyCaller, what: string): void {
    this.#accounts.count(key, what);
  }
}

function admitted(exchange: Exchange, answer: Admission | Refused): Admission {
  if (isRefusal(answer)) throw refusalFrom(answer, exchange);
  exchange.limits = answer.limits;
  return answer;
}

function refusalFrom({ status, error, message, retryAfter, limits }: Refused, exchange: Exchange): Refusal {
  if (limits !== undefined) exchange.limits = limits;
  const headers: Record<string, string> = {};
  if (retryAfter !== undefined) headers['retry-after'] = String(retryAfter);
  if (status === 401) headers['www-authenticate'] = 'Bearer realm="Conferbot"';
  return new Refusal(status, message, { title: error, headers });
}
