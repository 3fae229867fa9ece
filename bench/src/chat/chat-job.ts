/** A conversation that is open. */
export interface ChatSession {
  readonly sessionId: string;
  readonly token: string;
}

/** One run of the visitors. */
export interface ChatJob {
  readonly host: string;
  readonly port: number;
  /** Taken one after the other, each by one connection at a time. */
  readonly sessions: readonly ChatSession[];
  /** Messages of a conversation before the next one is taken: below what a server takes of one in a minute. */
  readonly turnsPerSession: number;
  /** Connections, each with one message in flight and no pause between. */
  readonly connections: number;
  readonly seconds: number;
  /** A text that every answer contains. */
  readonly contains: string;
}
