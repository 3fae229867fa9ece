import type { Answer } from './answer.ts';
import { Connections } from './connections.ts';
import { Deadline } from './deadline.ts';
import { EgressError } from './egress-error.ts';
import type { EgressRequest, EgressResponse } from './egress-request.ts';
import { exchange } from './exchange.ts';
import { dnsLookup, type Lookup, systemLookup } from './lookup.ts';
import { composeMessage, type Message } from './message.ts';
import { resolve } from './resolve.ts';
import { parseTarget, type Target } from './target.ts';
import { Turns } from './turns.ts';

/** How an egress is set up. */
export interface EgressOptions {
  /** Lets requests reach loopback and private addresses too, for development and tests. Never link-local or metadata. */
  readonly allowPrivate?: boolean;
  /** By default the name servers are asked, or, with `allowPrivate`, the system. */
  readonly lookup?: Lookup;
  /** Sent where a request has none of its own. */
  readonly userAgent?: string;
  /** Requests at once to one host and port; further ones wait. 64 by default. */
  readonly maxConnectionsPerHost?: number;
  /** How long a connection is kept for the next request. 4 seconds by default; a host may ask for less. */
  readonly idleTimeoutMs?: number;
  /** How long one address may take to accept a connection. 5 seconds by default. */
  readonly connectTimeoutMs?: number;
  /** Certificate authorities (PEM) to trust beside those of Node. */
  readonly ca?: readonly string[];
}

/** The way out: HTTP requests to addresses that customers chose. */
export interface Egress {
  /** Sends one request. Every failure is an {@link EgressError}; any status is an answer. */
  request(request: EgressRequest): Promise<EgressResponse>;
  /** Refuses a URL that `request` would refuse now, without connecting. */
  check(url: string | URL, options?: Pick<EgressRequest, 'timeoutMs' | 'signal'>): Promise<void>;
  /** Ends every request that is under way, and every kept connection. */
  close(): Promise<void>;
}

export function createEgress(options: EgressOptions = {}): Egress {
  return new GuardedEgress(options);
}

const defaultTimeoutMs = 10_000;
const longestTimeoutMs = 2 ** 31 - 1;
const addressesTried = 4;

class GuardedEgress implements Egress {
  readonly #guard: { readonly lookup: Lookup; readonly allowPrivate: boolean };
  readonly #connections: Connections;
  readonly #turns: Turns;
  readonly #userAgent: string;
  readonly #connectTimeoutMs: number;
  readonly #underWay = new Map<Deadline, Promise<unknown>>();
  #closed = false;

  constructor(options: EgressOptions) {
    const { allowPrivate = false, lookup = allowPrivate ? systemLookup : dnsLookup() } = options;
    this.#guard = { lookup, allowPrivate };
    this.#userAgent = options.userAgent ?? 'Conferbot';
    this.#connectTimeoutMs = options.connectTimeoutMs ?? 5000;
    this.#turns = new Turns(options.maxConnectionsPerHost ?? 64);
    this.#connections = new Connections({
      idleMs: options.idleTimeoutMs ?? 4000,
      ca: options.ca ?? [],
    });
  }

  async request(request: EgressRequest): Promise<EgressResponse> {
    const started = performance.now();
    const target = parseTarget(request.url);
    const message = composeMessage(request, this.#userAgent);
    const { answer, address } = await this.#within(target, request, async deadline => {
      const addresses = await resolve(target.host, this.#guard, deadline);
      return this.#inTurn(target, deadline, () => this.#dial(target, addresses, message, deadline));
    });
    return { ...answer, address, durationMs: performance.now() - started };
  }

  async check(url: string | URL, options: Pick<EgressRequest, 'timeoutMs' | 'signal'> = {}): Promise<void> {
    const { host } = parseTarget(url);
    await this.#within({ host }, options, deadline => resolve(host, this.#guard, deadline));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const deadline of this.#underWay.keys()) deadline.abort('The egress was closed.');
    await Promise.allSettled(this.#underWay.values());
    this.#connections.close();
  }

  async #within<T>(
    { host }: Pick<Target, 'host'>,
    { timeoutMs = defaultTimeoutMs, signal }: Pick<EgressRequest, 'timeoutMs' | 'signal'>,
    work: (deadline: Deadline) => Promise<T>,
  ): Promise<T> {
    if (this.#closed) throw new EgressError('aborted', 'The egress was closed.');
    if (!(timeoutMs > 0 && timeoutMs <= longestTimeoutMs)) {
      throw new EgressError('bad_request', `timeoutMs must be more than 0 and at most ${longestTimeoutMs}.`);
    }
    const deadline = new Deadline(host, timeoutMs, signal);
    const working = deadline.signal.aborted ? Promise.reject(deadline.signal.reason) : work(deadline);
    this.#underWay.set(deadline, working);
    try {
      return await working;
    } finally {
      deadline.clear();
      this.#underWay.delete(deadline);
    }
  }

  async #inTurn<T>({ authority, secure }: Target, deadline: Deadline, work: () => Promise<T>): Promise<T> {
    const key = `${secure} ${authority}`;
    deadline.phase = 'turn';
    await this.#turns.enter(key, deadline.signal);
    try {
      return await work();
    } finally {
      this.#turns.leave(key);
    }
  }

  /** Tries the addresses in turn until one takes the connection: up to there the host has seen nothing. */
  async #dial(
    target: Target,
    addresses: readonly string[],
    message: Message,
    deadline: Deadline,
  ): Promise<{ answer: Answer; address: string }> {
    const tried = addresses.slice(0, addressesTried);
    for (const [index, address] of tried.entries()) {
      const left = tried.length - index;
      // The last one has all the time that is left: it is the deadline that ends it.
      const share = left === 1 ? Number.POSITIVE_INFINITY : deadline.remainingMs / left;
      const connectTimeoutMs = Math.min(this.#connectTimeoutMs, share);
      const dial = { target, address, message, connections: this.#connections, connectTimeoutMs };
      try {
        return { answer: await exchange(dial, deadline), address };
      } catch (error) {
        if (left === 1 || (error as EgressError).kind !== 'connect') throw error;
      }
    }
    throw new EgressError('connect', `${target.host} could not be reached on port ${target.port}.`);
  }
}
