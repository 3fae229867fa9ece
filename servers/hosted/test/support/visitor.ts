import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Said } from './enquiry.ts';
import { readEvents } from './event-stream.ts';
import type { Random } from './random.ts';

export interface ChatMessage {
  readonly seq: number;
  readonly from: string;
  readonly [member: string]: unknown;
}

interface Turn {
  readonly messages: readonly ChatMessage[];
  readonly input: { readonly nodeId: string } | null;
  readonly status: string;
}

export interface Visit {
  readonly server: string;
  readonly chatbotId: string;
  /** Of the visitor: the server counts by addresses. */
  readonly address: string;
  readonly says: readonly Said[];
  readonly random: Random;
  /** Called for each thing said that the server has taken. */
  readonly acknowledged: () => void;
  readonly signal: AbortSignal;
}

/** Longer than any answer takes of a server that lives. */
const patienceMs = 40_000;

/** A visitor with a client like the widget: what is said is sent until it is taken, what is heard is kept by its `seq`. */
export class Visitor {
  readonly #visit: Visit;
  /** Ends with the conversation. */
  readonly #life = new AbortController();
  readonly #heard = new Map<number, ChatMessage>();
  #contradiction: Contradiction | undefined;
  #sessionId = '';
  #token = '';
  #asked = '';
  #status = '';
  #changed = Promise.withResolvers<void>();

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  get sessionId(): string {
    return this.#sessionId;
  }

  get status(): string {
    return this.#status;
  }

  /** What the server said and acknowledged to have, in order. */
  get heard(): readonly ChatMessage[] {
    return [...this.#heard.values()].sort((one, other) => one.seq - other.seq);
  }

  /** Has the whole conversation. */
  async converse(): Promise<void> {
    const { says, random, acknowledged, signal } = this.#visit;
    await sleep(random.between(0, 1_500), undefined, { signal });
    await this.#open();
    const listening = this.#listen();
    try {
      for (const { nodeId, body } of says) {
        await this.#until(() => this.#asked === nodeId);
        await sleep(random.between(0, 200), undefined, { signal });
        await this.#say(body);
        acknowledged();
      }
      await this.#until(() => this.#status === 'completed');
      // What is stored in the end, the visitor's own messages included.
      this.#take(await this.#read(0));
    } finally {
      this.#life.abort();
      await listening;
    }
  }

  async #open(): Promise<void> {
    const { chatbotId } = this.#visit;
    const body = { clientSessionId: randomUUID(), visitorId: `vis_${randomUUID()}` };
    const opened = await this.#ask<Turn & { sessionId: string; token: string }>(`${chatbotId}/sessions`, { body });
    this.#sessionId = opened.sessionId;
    this.#token = opened.token;
    this.#take(opened);
  }

  /** Some visitors lose their connection while the server is at it, and say the same again at once. */
  async #say(said: object): Promise<void> {
    const { random } = this.#visit;
    const body = { clientMessageId: randomUUID(), ...said };
    const patience = random.chance(0.1) ? random.between(1, 40) : patienceMs;
    this.#take(await this.#ask(`sessions/${this.#sessionId}/messages`, { body, patience }));
  }

  #read(after: number): Promise<Turn> {
    return this.#ask(`sessions/${this.#sessionId}?after=${after}`, {});
  }

  /** Hears what comes of itself, over however many streams that takes. */
  async #listen(): Promise<void> {
    const signal = AbortSignal.any([this.#life.signal, this.#visit.signal]);
    while (!signal.aborted) {
      try {
        const after = Math.max(0, ...this.#heard.keys());
        const response = await this.#fetch(`sessions/${this.#sessionId}/events?after=${after}`, { signal });
        if (response.body === null || !response.ok) throw new Error(`The stream answered ${response.status}.`);
        for await (const { event, data } of readEvents(response.body)) {
          if (event === 'message') this.#take({ messages: [JSON.parse(data)] });
          if (event === 'status') this.#take({ messages: [], ...JSON.parse(data) });
        }
      } catch (error) {
        if (error instanceof Contradiction) {
          this.#contradiction = error;
          this.#changed.resolve();
          return;
        }
      }
      await sleep(this.#visit.random.between(300, 1_200), undefined, { signal }).catch(() => undefined);
    }
  }

  #take({ messages, input, status }: Partial<Turn> & Pick<Turn, 'messages'>): void {
    for (const message of messages) {
      const known = this.#heard.get(message.seq);
      if (known !== undefined && !isDeepStrictEqual(known, message)) throw new Contradiction(known, message);
      this.#heard.set(message.seq, message);
    }
    if (input) this.#asked = input.nodeId;
    if (status !== undefined) this.#status = status;
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  async #until(isSo: () => boolean): Promise<void> {
    const { signal } = this.#visit;
    const gaveUp = Promise.withResolvers<never>();
    const giveUp = () => gaveUp.reject(new Error(`Nothing more came: ${this.#standing()}`));
    signal.addEventListener('abort', giveUp);
    try {
      for (;;) {
        if (this.#contradiction !== undefined) throw this.#contradiction;
        if (isSo()) return;
        await Promise.race([this.#changed.promise, gaveUp.promise]);
      }
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  #standing(): string {
    return JSON.stringify({
      session: this.#sessionId,
      status: this.#status,
      asked: this.#asked,
      heard: this.#heard.size,
    });
  }

  /** Asks until there is an answer. @throws Error for an answer that asking again would not change */
  async #ask<Result>(path: string, { body, patience = patienceMs }: Request): Promise<Result> {
    for (let limit = patience, pause = 200; ; limit = patienceMs, pause = Math.min(pause * 2, 1_000)) {
      this.#visit.signal.throwIfAborted();
      const signal = AbortSignal.any([AbortSignal.timeout(Math.ceil(limit)), this.#visit.signal]);
      try {
        const response = await this.#fetch(path, { body, signal });
        const text = await response.text();
        if (response.ok) return JSON.parse(text) as Result;
        throw new Refusal(`${path} answered ${response.status}: ${text}`);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        if (limit < patienceMs) continue;
        await sleep(this.#visit.random.between(pause / 2, pause));
      }
    }
  }

  #fetch(path: string, { body, signal }: { body?: object | undefined; signal: AbortSignal }): Promise<Response> {
    const { server, address } = this.#visit;
    return fetch(`${server}/api/v1/chat/${path}`, {
      signal,
      headers: {
        'x-forwarded-for': address,
        ...(this.#token !== '' && { authorization: `Bearer ${this.#token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  }
}

interface Request {
  readonly body?: object;
  /** Milliseconds until the first attempt is broken off. */
  readonly patience?: number;
}

/** The server refused. */
class Refusal extends Error {}

/** The server took back what it had said. */
class Contradiction extends Error {
  constructor(before: ChatMessage, now: ChatMessage) {
    super(`One seq, two messages: ${JSON.stringify(before)} and ${JSON.stringify(now)}`);
  }
}
