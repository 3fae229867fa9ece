import type { ChatApi, ChatEvent, ReplyBody, SessionKey, SessionRequest, Turn } from '../chat-api.ts';
import { ChatError, type Remedy, remedyOf } from '../chat-error.ts';
import { type ChatStatus, isOver } from '../chat-message.ts';
import { Connection } from './connection.ts';
import { type Entry, isKnown, ownEntry, withDelivery } from './entry.ts';
import { Outbox } from './outbox.ts';
import { initialState, type SessionState } from './session-state.ts';
import { Store } from './store.ts';
import { Timeline } from './timeline.ts';
import { uuid } from './uuid.ts';
import { type UnsentReply, VisitorStorage } from './visitor-storage.ts';

export interface SessionPorts {
  readonly api: ChatApi;
  readonly bot: string;
  /** Whom the page says to know, by their id there. */
  readonly user: () => string | undefined;
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
  readonly #timeline: Timeline;
  #key: SessionKey | undefined;
  #outbox: Outbox | undefined;
  #connection: Connection | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Names the session that is asked for until it is there. */
  #asked: string | undefined;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#storage = new VisitorStorage(ports.bot);
    this.#timeline = new Timeline(this.store, {
      came: ports.came,
      hasUnsent: () => (this.#outbox?.unsent.length ?? 0) > 0,
      settled: (status, before) => this.#settled(status, before),
    });
  }

  /** Takes up the session of this browser, or begins one. */
  async start(): Promise<void> {
    this.#storage.enter(this.#ports.user());
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
    this.stop();
    this.#storage.forgetSession();
    this.store.set(initialState);
    await this.start();
  }

  /** Sends a reply, now or as soon as that is possible. `shown` is what the visitor sees of it. */
  reply(reply: Omit<ReplyBody, 'clientMessageId'>, shown: string): void {
    const body = { clientMessageId: uuid(), ...reply };
    const { entries, status } = this.store.value;
    const asked = status === 'active' ? { input: null, busy: true } : isOver(status) ? { busy: true } : {};
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
    clearTimeout(this.#retry);
    this.#connection?.close();
    this.#outbox?.stop();
    this.#timeline.clear();
    this.#connection = undefined;
    this.#outbox = undefined;
    this.#key = undefined;
  }

  async #begin(): Promise<void> {
    const { visitorId } = this.#storage.stored;
    this.#asked ??= uuid();
    const started = await this.#ports.api.startSession(this.#ports.bot, {
      ...this.#ports.request(),
      ...(visitorId !== undefined && { visitorId }),
      clientSessionId: this.#asked,
    });
    this.#asked = undefined;
    const { sessionId, token } = started;
    this.#storage.change({ visitorId: started.visitorId, sessionId, token, unsent: [], rated: false });
    this.#enter({ sessionId, token });
    this.store.set({ phase: 'ready' });
    this.#timeline.take(started);
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
    this.#timeline.recall(turn);
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
        this.#timeline.take(turn);
      },
      keep: unsent => this.#storage.change({ unsent }),
      waiting: ({ body }) => this.#mark(body.clientMessageId, 'waiting'),
      refused: (reply, remedy, error) => this.#refused(reply, remedy, error),
    });
  }

  #showUnsent(): void {
    for (const { body, shown } of this.#outbox?.unsent ?? []) {
      const { entries } = this.store.value;
      if (isKnown(entries, body.clientMessageId)) continue;
      const entry = { ...ownEntry(body.clientMessageId, shown, new Date()), delivery: 'waiting' } as const;
      this.store.set({ entries: [...entries, entry], input: null });
    }
  }

  #connect(): void {
    const key = this.#key;
    const { status, input } = this.store.value;
    if (key === undefined || this.#connection !== undefined || (isOver(status) && input === null)) return;
    const { api } = this.#ports;
    this.#connection = new Connection(api, key, {
      event: event => this.#hear(event),
      after: () => this.#timeline.last,
      catchUp: async () => {
        this.#outbox?.hurry();
        this.#timeline.take(await api.readSession(key, this.#timeline.last));
      },
      // Who was typing when the stream broke off is not known any more.
      online: online => this.store.set(online ? { online } : { online, typing: false }),
      lost: () => this.#lost(),
    });
  }

  #hear({ event, data }: ChatEvent): void {
    if (event === 'message') this.#timeline.hear(data);
    else if (event === 'status') this.#timeline.take({ ...data, messages: [], lastSeq: data.seq });
    else if (event === 'typing') this.store.set({ typing: data.typing });
  }

  #settled(status: ChatStatus, before: ChatStatus): void {
    if (status !== before) this.#ports.statusChanged(status);
    // An answer to what is asked after the end can come later than the input that is offered for it went.
    const asks = this.store.value.input !== null || (status === before && this.#connection !== undefined);
    if (!isOver(status) || asks) {
      this.#connect();
      return;
    }
    this.#connection?.close();
    this.#connection = undefined;
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
    if (turn !== undefined) this.#timeline.take(turn);
  }

  /** The session is gone on the server: what was said stays to be read, and another can begin. */
  #lost(): void {
    this.stop();
    this.#storage.forgetSession();
    this.store.set({ status: 'closed', input: null, busy: false, typing: false, rated: true, online: true });
    this.#ports.statusChanged('closed');
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
      this.#timeline.take(await call(key));
    } catch (error) {
      if (remedyOf(error) === 'restart') this.#lost();
      else this.store.set({ problem: error instanceof ChatError ? error.message : '' });
    }
  }
}
