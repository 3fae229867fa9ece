import type { Turn } from '../chat-api.ts';
import { ChatError, type Remedy, remedyOf } from '../chat-error.ts';
import { Backoff } from './backoff.ts';
import type { UnsentReply } from './visitor-storage.ts';

export interface OutboxPorts {
  /** Sends one reply; the same may be sent again. */
  readonly send: (reply: UnsentReply) => Promise<Turn>;
  /** The reply is out of the box, taken. */
  readonly sent: (reply: UnsentReply, turn: Turn) => void;
  readonly keep: (unsent: readonly UnsentReply[]) => void;
  /** The reply waits for the connection, or for the server to have time. */
  readonly waiting: (reply: UnsentReply) => void;
  /** The reply is out of the box, untaken. */
  readonly refused: (reply: UnsentReply, remedy: Exclude<Remedy, 'retry'>, error: unknown) => Promise<void>;
}

/** Replies on their way: one after the other, each until it has arrived. */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #backoff = new Backoff();
  #unsent: readonly UnsentReply[];
  #running = false;
  #stopped = false;

  constructor(unsent: readonly UnsentReply[], ports: OutboxPorts) {
    this.#unsent = unsent;
    this.#ports = ports;
    addEventListener('online', this.hurry);
  }

  get unsent(): readonly UnsentReply[] {
    return this.#unsent;
  }

  add(reply: UnsentReply): void {
    this.#set([...this.#unsent, reply]);
    void this.run();
  }

  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let [reply] = this.#unsent; reply !== undefined && !this.#stopped; [reply] = this.#unsent) {
      await this.#deliver(reply);
    }
    this.#running = false;
  }

  /** Ends a pause at once. */
  readonly hurry = (): void => {
    this.#backoff.reset();
    this.#backoff.wake();
  };

  /** What is unsent stays stored, for the next page. */
  stop(): void {
    this.#stopped = true;
    removeEventListener('online', this.hurry);
    this.#backoff.wake();
  }

  async #deliver(reply: UnsentReply): Promise<void> {
    try {
      const turn = await this.#ports.send(reply);
      if (this.#stopped) return;
      this.#backoff.reset();
      this.#drop(reply);
      this.#ports.sent(reply, turn);
    } catch (error) {
      if (this.#stopped) return;
      const remedy = remedyOf(error);
      if (remedy === 'retry') {
        this.#ports.waiting(reply);
        const asked = error instanceof ChatError ? error.retryAfter : undefined;
        await this.#backoff.rest(asked === undefined ? undefined : asked * 1_000);
      } else {
        this.#drop(reply);
        await this.#ports.refused(reply, remedy, error);
      }
    }
  }

  #drop(reply: UnsentReply): void {
    this.#set(this.#unsent.filter(other => other !== reply));
  }

  #set(unsent: readonly UnsentReply[]): void {
    this.#unsent = unsent;
    this.#ports.keep(unsent);
  }
}
