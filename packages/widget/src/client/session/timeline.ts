import type { Turn } from '../chat-api.ts';
import { type ChatMessage, type ChatStatus, isWithPerson } from '../chat-message.ts';
import { type Entry, withMessage } from './entry.ts';
import { Pacing } from './pacing.ts';
import type { SessionState } from './session-state.ts';
import type { Store } from './store.ts';

export interface TimelinePorts {
  /** Somebody else said something while the visitor was here. */
  readonly came: (message: Entry['message']) => void;
  /** It is known how the session stands. */
  readonly settled: (status: ChatStatus, before: ChatStatus) => void;
  /** Replies are on their way that answer what is asked. */
  readonly hasUnsent: () => boolean;
}

/** What the server says in whatever order it arrives, made one conversation: each message once, the newest standing. */
export class Timeline {
  readonly #store: Store<SessionState>;
  readonly #ports: TimelinePorts;
  readonly #pacing = new Pacing({
    show: message => this.#arrive(message),
    typing: typing => this.#store.set({ typing }),
  });
  /** Messages that are shown or about to be. */
  #seen = new Set<number>();
  /** Up to which message it is known how the session stands. */
  #settled = 0;

  constructor(store: Store<SessionState>, ports: TimelinePorts) {
    this.#store = store;
    this.#ports = ports;
  }

  /** The last message that came. */
  get last(): number {
    return Math.max(0, ...this.#seen);
  }

  /** Takes a message as it is said. */
  hear(message: ChatMessage): void {
    this.#pacing.add(this.#fresh([message]));
  }

  /** Takes what was said and how the session stands after it. Live messages keep their pace. */
  take({ messages, ...standing }: Turn): void {
    this.#pacing.add(this.#fresh(messages), () => this.#settle(standing));
  }

  /** Takes what was said in the past: it is there at once. */
  recall({ messages, ...standing }: Turn): void {
    for (const message of this.#fresh(messages)) this.#show(message);
    this.#settle(standing);
  }

  clear(): void {
    this.#pacing.stop();
    this.#seen = new Set();
    this.#settled = 0;
  }

  #fresh(messages: readonly ChatMessage[]): readonly ChatMessage[] {
    const fresh = messages.filter(({ seq }) => !this.#seen.has(seq));
    for (const { seq } of fresh) this.#seen.add(seq);
    return fresh;
  }

  /** What is asked now, once everything before it is shown. Answers can overtake each other: an older one says nothing. */
  #settle({ status: said, input, lastSeq }: Omit<Turn, 'messages'>): void {
    if (lastSeq < this.#settled) return;
    this.#settled = lastSeq;
    // One that was left goes on with the next reply.
    const status = said === 'abandoned' && input ? 'active' : said;
    const { status: before, input: asked } = this.#store.value;
    const waiting = !isWithPerson(status) && this.#ports.hasUnsent();
    // What can be asked after the end is asked in one place, again and again.
    const kept = status === 'completed' ? asked : null;
    this.#store.set({ status, input: waiting ? kept : input, busy: waiting });
    this.#ports.settled(status, before);
  }

  #arrive(message: ChatMessage): void {
    this.#show(message);
    if (message.from !== 'visitor') this.#ports.came(message);
  }

  #show(message: ChatMessage): void {
    const { entries, typing } = this.#store.value;
    this.#store.set({ entries: withMessage(entries, message), typing: message.from === 'agent' ? false : typing });
  }
}
