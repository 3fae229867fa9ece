/** The methods that are sent. */
export type EgressMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** One request. */
export interface EgressRequest {
  /** Absolute, http or https, without user name and password. */
  readonly url: string | URL;
  /** GET by default. */
  readonly method?: EgressMethod;
  /** Without Host, Content-Length and what concerns the connection: those are refused. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For all of it: name, connection, TLS, request, answer. 10 seconds by default. */
  readonly timeoutMs?: number;
  /** Where the body of the answer is cut. 256 KiB by default. */
  readonly maxResponseBytes?: number;
  /**
   * Whether the host may see the request twice: it is sent again when a kept connection turns out to be closed.
   * By default so for all methods but POST and PATCH.
   */
  readonly idempotent?: boolean;
  readonly signal?: AbortSignal;
}

/** An answer, whatever its status; redirects are not followed. */
export interface EgressResponse {
  readonly status: number;
  readonly headers: Headers;
  /** As sent: nothing is decompressed. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** Whether the body was longer than `maxResponseBytes`. */
  readonly truncated: boolean;
  readonly durationMs: number;
  /** The address that answered. */
  readonly address: string;
}
