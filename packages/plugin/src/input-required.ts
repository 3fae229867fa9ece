/** A question to the client (MCP 2026-07-28, multi round-trip requests). */
export interface InputRequest {
  readonly method: 'elicitation/create' | 'sampling/createMessage' | 'roots/list';
  readonly params?: Readonly<Record<string, unknown>>;
}

const brand = Symbol.for('@conferbot/plugin.InputRequired');

/**
 * Thrown by a handler that cannot go on without an answer. The transaction is rolled back, the client is
 * asked, and its retry finds the answers in `ctx.client.answers`. Throw it only where
 * `ctx.client.capabilities` has what the question needs.
 */
export class InputRequired extends Error {
  override readonly name = 'InputRequired';
  readonly requests: Readonly<Record<string, InputRequest>>;
  readonly state: string | undefined;

  constructor(requests: Readonly<Record<string, InputRequest>>, state?: string) {
    super('The client has to answer first.');
    this.requests = requests;
    this.state = state;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Tells an {@link InputRequired}, also one made by another copy of this package. */
export function isInputRequired(value: unknown): value is InputRequired {
  return typeof value === 'object' && value !== null && brand in value;
}
