/** What a server is asked, and what its answers must say. */
export interface Traffic {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bodies of the POST requests, taken in turn. */
  readonly bodies: readonly string[];
  /** Texts that every JSON-RPC answer contains. */
  readonly contains: readonly string[];
}

/** One run of the load generator. */
export interface LoadJob {
  readonly traffic: Traffic;
  /** Connections, each with one request in flight and no pause between. */
  readonly connections: number;
  readonly seconds: number;
}

/** What a run came to. Answers that arrived after its time are not counted. */
export interface LoadReport {
  readonly answers: number;
  readonly perSecond: number;
  /** Milliseconds from the last byte of the request written to the last byte of the answer read. */
  readonly p50: number;
  readonly p99: number;
  /** Share of one core that the generator itself used: near 1, it measures itself and not the server. */
  readonly generatorShare: number;
}
