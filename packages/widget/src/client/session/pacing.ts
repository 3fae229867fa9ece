import type { ChatMessage } from '../chat-message.ts';

/** Milliseconds that a message lets wait for itself at most. */
const longestDelay = 10_000;

export interface PacingPorts {
  readonly show: (message: ChatMessage) => void;
  /** Whether a message is about to come. */
  readonly typing: (active: boolean) => void;
}

/** Shows messages one after the other, each after its delay, and then does what was to be done after them. */
export class Pacing {
  readonly #ports: PacingPorts;
  readonly #queue: (ChatMessage | (() => void))[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: PacingPorts) {
    this.#ports = ports;
  }

  add(messages: readonly ChatMessage[], after?: () => void): void {
    this.#queue.push(...messages);
    if (after !== undefined) this.#queue.push(after);
    if (this.#timer === undefined) this.#next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#queue.length = 0;
  }

  #next(): void {
    for (;;) {
      const [first] = this.#queue;
      const delay = typeof first === 'object' && first.from === 'bot' ? Math.min(first.delayMs ?? 0, longestDelay) : 0;
      if (delay > 0) {
        this.#ports.typing(true);
        this.#timer = setTimeout(() => this.#arrive(), delay);
        return;
      }
      if (!this.#take()) return;
    }
  }

  #arrive(): void {
    this.#timer = undefined;
    this.#ports.typing(false);
    this.#take();
    if (this.#timer === undefined) this.#next();
  }

  #take(): boolean {
    const first = this.#queue.shift();
    if (typeof first === 'function') first();
    else if (first !== undefined) this.#ports.show(first);
    return first !== undefined;
  }
}
