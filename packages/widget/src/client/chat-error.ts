/** A refusal by the server. */
export class ChatError extends Error {
  readonly status: number;
  /** Seconds until the same can be asked again, where the server says it. */
  readonly retryAfter: number | undefined;

  constructor(status: number, message: string, retryAfter: number | undefined) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Reads `{error, message}`, and whatever else may stand there. */
export async function errorOf(response: Response): Promise<ChatError> {
  const body = (await response.json().catch(() => undefined)) as { message?: unknown } | undefined;
  const message = typeof body?.message === 'string' ? body.message : '';
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ChatError(response.status, message, Number.isFinite(after) ? after : undefined);
}

/** What a failed call asks for. */
export type Remedy =
  /** The same again, later. */
  | 'retry'
  /** A new session: this one is gone, or not ours. */
  | 'restart'
  /** A look at how the session stands: it is not where it was thought to be. */
  | 'refresh'
  /** Nothing: the same would be refused again. */
  | 'give-up';

export function remedyOf(error: unknown): Remedy {
  if (!(error instanceof ChatError)) return 'retry';
  const { status } = error;
  if (status >= 500 || status === 408 || status === 425 || status === 429) return 'retry';
  if (status === 401 || status === 403 || status === 404 || status === 410) return 'restart';
  return status === 409 ? 'refresh' : 'give-up';
}
