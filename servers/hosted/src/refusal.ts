import { titleOf } from '@conferbot/runtime';

export interface RefusalOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON-RPC code where the request came over MCP. Default -32000: refused before dispatch. */
  readonly code?: number;
  readonly fix?: string;
  /** Default: the usual one of the status. */
  readonly title?: string;
}

/** A request that the host itself turns away; each surface words it in its own form. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly code: number;
  readonly fix: string | undefined;

  constructor(status: number, message: string, options: RefusalOptions = {}) {
    super(message);
    this.status = status;
    this.title = options.title ?? titleOf(status);
    this.headers = options.headers ?? {};
    this.code = options.code ?? -32000;
    this.fix = options.fix;
  }
}

export function methodNotAllowed(allow: readonly string[]): Refusal {
  const headers = { allow: allow.join(', ') };
  return new Refusal(405, `This address takes ${allow.join(', ')} only.`, { headers });
}

export function nothingHere(): Refusal {
  return new Refusal(404, 'There is nothing at this address.');
}
