import type { ChatApi, ChatEvent, ReplyBody, SessionKey, SessionRequest, StartedSession, Turn } from '../chat-api.ts';
import { ChatError, type Remedy, remedyOf } from '../chat-error.ts';
import { type ChatMessage, isOver } from '../chat-message.ts';
import { Connection } from './connection.ts';
import { type Entry, isKnown, ownEntry, withDelivery, withMessage } from './entry.ts';
import { Outbox } from './outbox.ts';
import { Pacing } from './pacing.ts';
import { initialState, type SessionState } from './session-state.ts';
import { Store } from './store.ts';
import { uuid } from './uuid.ts';
import { type UnsentReply, VisitorStorage } from './visitor-storage.ts';

export interface SessionPorts {
  readonly api: ChatApi;
  readonly bot: string;
  /** What a new session is asked for with. */
  readonly request: () => SessionRequest;
  /** Something was said while the visitor was here, by them or to them; nothing of the past. */
  readonly came: (message: Entry['message']) => void;
  readonly statusChanged: (status: SessionState['status']) => void;
}

/** One visitor's conversation with one chatbot, over reloads, lost connections and new beginnings. */
export class ChatSession {
  readonly store = new Store<SessionState>(initialState);
  readonly #ports: SessionPorts;
  readonly #storage: VisitorStorage;
  readonly #pacing = new Pacing({
    show: message => this.#arrive(message),
    typing: typing => this.store.set({ typing }),
  });
  /** Messages that are shown or about to be. */
  #seen = new Set<number>();
  /** Up to which message it is known how the session stands. */
  #settled = 0;
  #key: SessionKey | undefined;
  #outbox: Outbox | undefined;
  #connection: Connection | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#storage = new VisitorStorage(ports.bot);
  }

  /** Takes up the session of this browser, or begins one. */
  async start(): Promise<void> {
    try {
      const { sessionId, token } = this.#storage.stored;
      if (sessionId !== undefined && token !== undefined) await this.#resume({ sessionId, token });
      else await this.#begin();
    } catch (error) {
      this.#startFailed(error);
    }
  }

  /** Ends the session, if it goes on, and begins another. */
  async restart(): Promise<void> {
    const key = this.#key;
    if (key !== undefined && !isOver(this.store.value.status)) await this.#ports.api.end(key).catch(() => undefined);
    this.#leave();
    this.#storage.forgetSession();
    this.store.set(initialState);
    await this.start();
  }

  /** Sends a reply, now or as soon as that is possible. `shown` is what the visitor sees of it. */
  reply(reply: Omit<ReplyBody, 'clientMessageId'>, shown: string): void {
    const body = { clientMessageId: uuid(), ...reply };
    const { entries, status } = this.store.value;
    const asked = status === 'active' ? { input: null, busy: true } : {};
    const entry = ownEntry(body.clientMessageId, shown, new Date());
    this.store.set({ ...asked, entries: [...entries, entry], problem: undefined });
    this.#ports.came(entry.message);
    this.#outbox?.add({ body, shown });
  }

  /** Uploads files, then replies with them. Throws where that fails: the visitor still has them. */
  async replyWithFiles(files: readonly File[]): Promise<void> {
    const key = this.#key;
    if (key === undefined) return;
    const uploads = await Promise.all(files.map(file => this.#ports.api.upload(key, file)));
    const [first, ...others] = uploads.map(({ fileId }) => fileId);
    if (first === undefined) return;
    const body = others.length === 0 ? { fileId: first } : { fileIds: [first, ...others] };
    this.reply(body, files.map(({ name }) => name).join(', '));
  }

  askForPerson(): Promise<void> {
    return this.#call(key => this.#ports.api.askForPerson(key));
  }

  end(): Promise<void> {
    return this.#call(key => this.#ports.api.end(key));
  }

  async rate(score: number, comment: string): Promise<void> {
    if (this.#key === undefined) return;
    await this.#ports.api.rate(this.#key, { rating: score, ...(comment !== '' && { comment }) });
    this.#storage.change({ rated: true });
    this.store.set({ rated: true });
  }

  stop(): void {
    this.#leave();
  }

  async #begin(): Promise<void> {
    const { visitorId } = this.#storage.stored;
    const request = this.#ports.request();
    const started: StartedSession = await this.#ports.api.startSession(this.#ports.bot, {
      ...request,
      ...(visitorId !== undefined && { visitorId }),
    });
    const { sessionId, token } = started;
    this.#storage.change({ visitorId: started.visitorId, sessionId, token, unsent: [], rated: false });
    this.#enter({ sessionId, token });
    this.store.set({ phase: 'ready' });
    this.#take(started, true);
    this.#connect();
  }

  async #resume(key: SessionKey): Promise<void> {
    let turn: Turn;
    try {
      turn = await this.#ports.api.readSession(key, 0);
    } catch (error) {
      if (remedyOf(error) === 'retry') throw error;
      this.#storage.forgetSession();
      return this.#begin();
    }
    this.#enter(key);
    this.store.set({ phase: 'ready', rated: this.#storage.stored.rated === true });
    this.#take(turn, false);
    this.#showUnsent();
    this.#connect();
    void this.#outbox?.run();
  }

  #enter(key: SessionKey): void {
    this.#key = key;
    this.#outbox = new Outbox(this.#storage.stored.unsent ?? [], {
      send: ({ body }) => this.#ports.api.reply(key, body),
      sent: ({ body }, turn) => {
        this.#mark(body.clientMessageId, 'sent');
        this.#take(turn, true);
      },
      keep: unsent => this.#storage.change({ unsent }),
      waiting: ({ body }) => this.#mark(body.clientMessageId, 'waiting'),
      refused: (reply, remedy, error) => this.#refused(reply, remedy, error),
    });
  }

  #showUnsent(): void {
    for (const { body, shown } of this.#outbox?.unsent ?? []) {
      const { entries } = this.store.value;
      if (isKnown(entries, body.clientMessageId, shown)) continue;
      const entry = { ...ownEntry(body.clientMessageId, shown, new Date()), delivery: 'waiting' } as const;
      this.store.set({ entries: [...entries, entry], input: null });
    }
  }

  #connect(): void {
    const key = this.#key;
    if (key === undefined || this.#connection !== undefined || isOver(this.store.value.status)) return;
    const { api } = this.#ports;
    this.#connection = new Connection(api, key, {
      event: event => this.#hear(event),
      after: () => Math.max(0, ...this.#seen),
      catchUp: async () => {
        const after = Math.max(0, ...this.#seen);
        this.#outbox?.hurry();
        this.#take(await api.readSession(key, after), true, after);
      },
      // Who was typing when the stream broke off is not known any more.
      online: online => this.store.set(online ? { online } : { online, typing: false }),
      lost: () => this.#lost(),
    });
  }

  #hear(event: ChatEvent): void {
    if (event.event === 'message') this.#take({ messages: [event.data] }, true);
    else if (event.event === 'status') this.#take({ messages: [], ...event.data }, true, event.data.seq);
    else if (event.event === 'typing') this.store.set({ typing: event.data.typing });
  }

  /**
   * Takes what the server said, as of the message `as`. Live messages keep their pace; those of the past are there at
   * once.
   */
  #take(turn: Partial<Turn> & Pick<Turn, 'messages'>, live: boolean, as = 0): void {
    const fresh = turn.messages.filter(({ seq }) => !this.#seen.has(seq));
    for (const { seq } of fresh) this.#seen.add(seq);
    const settle = () => this.#settle(turn, Math.max(as, ...turn.messages.map(({ seq }) => seq)));
    if (live) {
      this.#pacing.add(fresh, settle);
    } else {
      for (const message of fresh) this.#show(message);
      settle();
    }
  }

  /** What is asked now, once everything before it is shown. Answers can overtake each other: an older one says nothing. */
  #settle({ status: said, input }: Partial<Turn>, as: number): void {
    if (said === undefined || (as > 0 && as < this.#settled)) return;
    // One that was left goes on with the next reply.
    const status = said === 'abandoned' && input ? 'active' : said;
    this.#settled = Math.max(this.#settled, as);
    const before = this.store.value.status;
    // An unsent reply answers what is asked.
    const waiting = status === 'active' && (this.#outbox?.unsent.length ?? 0) > 0;
    this.store.set({ status, input: waiting ? null : (input ?? null), busy: waiting });
    if (status !== before) this.#ports.statusChanged(status);
    if (!isOver(status)) {
      this.#connect();
      return;
    }
    this.#connection?.close();
    this.#connection = undefined;
  }

  #arrive(message: ChatMessage): void {
    this.#show(message);
    if (message.from !== 'visitor') this.#ports.came(message);
  }

  #show(message: ChatMessage): void {
    const { entries, typing } = this.store.value;
    this.store.set({ entries: withMessage(entries, message), typing: message.from === 'agent' ? false : typing });
  }

  #mark(key: string, delivery: 'sent' | 'waiting' | 'refused'): void {
    this.store.set({ entries: withDelivery(this.store.value.entries, key, delivery) });
  }

  async #refused({ body }: UnsentReply, remedy: Exclude<Remedy, 'retry'>, error: unknown): Promise<void> {
    if (remedy === 'restart') {
      this.#lost();
      return;
    }
    this.#mark(body.clientMessageId, 'refused');
    this.store.set({ busy: false, problem: error instanceof ChatError ? error.message : undefined });
    const key = this.#key;
    if (key === undefined) return;
    const turn = await this.#ports.api.readSession(key, 0).catch(() => undefined);
    if (turn !== undefined) this.#take(turn, true);
  }

  /** The session is gone on the server: what was said stays to be read, and another can begin. */
  #lost(): void {
    this.#leave();
    this.#storage.forgetSession();
    this.store.set({ status: 'closed', input: null, busy: false, typing: false, rated: true, online: true });
    this.#ports.statusChanged('closed');
  }

  #leave(): void {
    clearTimeout(this.#retry);
    this.#connection?.close();
    this.#outbox?.stop();
    this.#pacing.stop();
    this.#connection = undefined;
    this.#outbox = undefined;
    this.#key = undefined;
    this.#seen = new Set();
    this.#settled = 0;
  }

  #startFailed(error: unknown): void {
    if (remedyOf(error) !== 'retry') {
      this.store.set({ phase: 'unavailable', problem: error instanceof ChatError ? error.message : undefined });
      return;
    }
    const limited = error instanceof ChatError;
    this.store.set({ online: limited });
    const again = (limited ? (error.retryAfter ?? 5) : 3) * 1_000;
    this.#retry = setTimeout(() => void this.start(), again);
  }

  async #call(call: (key: SessionKey) => Promise<Turn>): Promise<void> {
    const key = this.#key;
    if (key === undefined) return;
    try {
      this.#take(await call(key), true);
    } catch (error) {
      if (remedyOf(error) === 'restart') this.#lost();
      else this.store.set({ problem: error instanceof ChatError ? error.message : '' });
    }
  }
}
