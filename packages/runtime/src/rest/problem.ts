import type { FaultCode, FaultDetail } from '@conferbot/plugin';

/** The body of every failure outside MCP, and the `data` of those inside. */
export interface Problem {
  /** Short title, the same for every failure of its kind. */
  readonly error: string;
  /** A sentence. */
  readonly message: string;
  readonly requestId: string;
  /** What to do next. */
  readonly fix?: string;
  readonly details?: readonly FaultDetail[];
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The title of a status. */
export function titleOf(status: number): string {
  return titles[status] ?? (status < 500 ? 'Request Refused' : 'Server Error');
}

const faults: Readonly<Record<FaultCode, { readonly status: number; readonly title: string }>> = {
  invalid_argument: { status: 400, title: 'Bad Request' },
  forbidden: { status: 403, title: 'Forbidden' },
  limit_exceeded: { status: 403, title: 'Limit Exceeded' },
  not_found: { status: 404, title: 'Not Found' },
  conflict: { status: 409, title: 'Conflict' },
  unavailable: { status: 503, title: 'Service Unavailable' },
};

/** A failure of a tool or a route, as HTTP says it. */
export function faultProblem(
  failure: {
    readonly error: FaultCode;
    readonly message: string;
    readonly fix?: string;
    readonly details?: readonly FaultDetail[] | undefined;
  },
  requestId: string,
): { readonly status: number; readonly problem: Problem } {
  const { status, title } = faults[failure.error];
  const { message, fix, details } = failure;
  return {
    status,
    problem: {
      error: title,
      message,
      requestId,
      ...(fix === undefined ? {} : { fix }),
      ...(details === undefined ? {} : { details }),
    },
  };
}
