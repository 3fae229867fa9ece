import type { ChatApi, ChatEvent, SessionKey } from '../chat-api.ts';
import { ChatError, remedyOf } from '../chat-error.ts';

const firstPause = 1_000;
const longestPause = 30_000;

export interface ConnectionPorts {
  readonly event: (event: ChatEvent) => void;
  /** The last message that is known. */
  readonly after: () => number;
  /** Fetches what was missed; called whenever the stream is open anew. */
  readonly catchUp: () => Promise<void>;
  /** Whether the server can be reached. */
  readonly online: (online: boolean) => void;
  /** The session is gone. */
  readonly lost: () => void;
}

/** Listens to a session for as long as it lives, over however many streams that takes. */
export class Connection {
  readonly #life = new AbortController();
  #wake: (() => void) | undefined;

  constructor(api: ChatApi, key: SessionKey, ports: ConnectionPorts) {
    const { signal } = this.#life;
    addEventListener('online', () => this.#wake?.(), { signal });
    // An open stream outlives the network by minutes.
    addEventListener('offline', () => ports.online(false), { signal });
    void this.#run(api, key, ports);
  }

  close(): void {
    this.#life.abort();
    this.#wake?.();
  }

  async #run(api: ChatApi, key: SessionKey, ports: ConnectionPorts): Promise<void> {
    const { signal } = this.#life;
    let pause = firstPause;
    while (!signal.aborted) {
      try {
        await this.#listen(api, key, ports, () => {
          pause = firstPause;
        });
      } catch (error) {
        if (signal.aborted) return;
        if (remedyOf(error) !== 'retry') {
          if (remedyOf(error) === 'restart') ports.lost();
          return;
        }
        if (!(error instanceof ChatError)) ports.online(false);
      }
      await new Promise<void>(resolve => {
        this.#wake = resolve;
        setTimeout(resolve, pause);
      });
      pause = Math.min(pause * 2, longestPause);
    }
  }

  async #listen(api: ChatApi, key: SessionKey, ports: ConnectionPorts, opened: () => void): Promise<void> {
    const { signal } = this.#life;
    let caughtUp: Promise<void> | undefined;
    const stream = new AbortController();
    const end = AbortSignal.any([signal, stream.signal]);
    const start = () => {
      opened();
      ports.online(true);
      // In parallel: what comes meanwhile is known by its seq.
      caughtUp = ports.catchUp().catch(() => stream.abort());
    };
    addEventListener('offline', () => stream.abort(), { signal: end });
    for await (const event of api.events(key, ports.after(), end, start)) if (!signal.aborted) ports.event(event);
    await caughtUp;
  }
}
