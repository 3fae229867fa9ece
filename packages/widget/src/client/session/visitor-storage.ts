import type { ReplyBody } from '../chat-api.ts';

/** What a browser keeps of a chatbot, from the first opening on. */
export interface Stored {
  /** Whom the page knew, by their id there. */
  readonly user?: string;
  readonly visitorId?: string;
  readonly sessionId?: string;
  readonly token?: string;
  /** Replies that the server has not taken yet. */
  readonly unsent?: readonly UnsentReply[];
  /** The visitor said how content they were. */
  readonly rated?: boolean;
}

export interface UnsentReply {
  readonly body: ReplyBody;
  /** What the visitor sees of it. */
  readonly shown: string;
}

/** Keeps what is stored in memory too: pages and browsers may forbid storage. */
export class VisitorStorage {
  readonly #key: string;
  #stored: Stored;

  constructor(bot: string) {
    this.#key = `conferbot:${bot}`;
    this.#stored = read(this.#key);
  }

  get stored(): Stored {
    return this.#stored;
  }

  change(change: Stored): void {
    this.#stored = { ...this.#stored, ...change };
    this.#write();
  }

  /** Forgets the session, not the visitor. */
  forgetSession(): void {
    const { user, visitorId } = this.#stored;
    this.#stored = { ...(user !== undefined && { user }), ...(visitorId !== undefined && { visitorId }) };
    this.#write();
  }

  /** Somebody else at the same browser finds nothing of the one before. */
  enter(user: string | undefined): void {
    if (this.#stored.user === user) return;
    this.#stored = user === undefined ? {} : { user };
    this.#write();
  }

  #write(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#stored));
    } catch {
      // Then the session ends with the page.
    }
  }
}

function read(key: string): Stored {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}
