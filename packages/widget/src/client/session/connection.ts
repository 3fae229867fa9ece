import type { ChatApi, ChatEvent, SessionKey } from '../chat-api.ts';
import { ChatError, remedyOf } from '../chat-error.ts';
import { Backoff } from './backoff.ts';

/** The server says something every 15 seconds, if only that it is there: silence for so long is a dead connection. */
const longestSilence = 45_000;

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
  readonly #backoff = new Backoff();

  constructor(api: ChatApi, key: SessionKey, ports: ConnectionPorts) {
    const { signal } = this.#life;
    addEventListener('online', this.#backoff.wake, { signal });
    // An open stream outlives the network by minutes.
    addEventListener('offline', () => ports.online(false), { signal });
    void this.#run(api, key, ports);
  }

  close(): void {
    this.#life.abort();
    this.#backoff.wake();
  }

  async #run(api: ChatApi, key: SessionKey, ports: ConnectionPorts): Promise<void> {
    const { signal } = this.#life;
    while (!signal.aborted) {
      try {
        await this.#listen(api, key, ports);
      } catch (error) {
        if (signal.aborted) return;
        if (remedyOf(error) !== 'retry') {
          if (remedyOf(error) === 'restart') ports.lost();
          return;
        }
        if (!(error instanceof ChatError)) ports.online(false);
      }
      await this.#backoff.rest();
    }
  }

  async #listen(api: ChatApi, key: SessionKey, ports: ConnectionPorts): Promise<void> {
    const { signal } = this.#life;
    const stream = new AbortController();
    const end = AbortSignal.any([signal, stream.signal]);
    const breakOff = () => stream.abort();
    addEventListener('offline', breakOff, { signal: end });
    let watchdog = setTimeout(breakOff, longestSilence);
    let caughtUp: Promise<void> | undefined;
    const listener = {
      opened: () => {
        this.#backoff.reset();
        ports.online(true);
        // In parallel: what comes meanwhile is known by its seq.
        caughtUp = ports.catchUp().catch(breakOff);
      },
      heard: () => {
        clearTimeout(watchdog);
        watchdog = setTimeout(breakOff, longestSilence);
      },
    };
    try {
      for await (const event of api.events(key, ports.after(), end, listener)) if (!signal.aborted) ports.event(event);
      await caughtUp;
    } finally {
      clearTimeout(watchdog);
    }
  }
}
