import { Fault, type FaultCode, type FaultDetail } from '@conferbot/plugin';

/** A request that is refused before any operation runs. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  readonly status: number;
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, title: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.title = title;
    this.headers = headers;
  }
}

const faults: Readonly<Record<FaultCode, readonly [status: number, title: string]>> = {
  invalid_argument: [400, 'Bad Request'],
  forbidden: [403, 'Forbidden'],
  not_found: [404, 'Not Found'],
  conflict: [409, 'Conflict'],
  limit_exceeded: [429, 'Too Many Requests'],
  unavailable: [503, 'Service Unavailable'],
};

/** A successful answer; nothing but the status without a body. */
export function success(status: 200 | 201 | 204, body?: unknown): Response {
  return body === undefined ? new Response(null, { status, headers: noStore }) : json(status, body, {});
}

/** What a known failure looks like from outside; undefined for an unknown one. */
export function failure(error: unknown, requestId: string): Response | undefined {
  if (error instanceof HttpFault) {
    return json(error.status, { error: error.title, message: error.message, requestId }, error.headers);
  }
  if (error instanceof Fault) {
    const [status, title] = faults[error.code];
    const message = error.fix === undefined ? error.message : `${error.message} ${error.fix}`;
    return json(status, { error: title, message, requestId, ...detailsOf(error.details) }, {});
  }
  return undefined;
}

/** What any other failure looks like from outside: nothing but where to find it in the log. */
export function internalFailure(requestId: string): Response {
  const message = `Something went wrong on our side. It is logged under ${requestId}.`;
  return json(500, { error: 'Internal Server Error', message, requestId }, {});
}

function detailsOf(details: readonly FaultDetail[] | undefined) {
  return details === undefined || details.length === 0 ? {} : { details };
}

const noStore = { 'Cache-Control': 'no-store' };

function json(status: number, body: unknown, headers: Readonly<Record<string, string>>): Response {
  return Response.json(body, { status, headers: { ...noStore, ...headers } });
}
