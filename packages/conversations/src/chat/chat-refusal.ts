const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
} as const;

/** An answer to a visitor that no `Fault` stands for. */
export class ChatRefusal extends Error {
  override readonly name = 'ChatRefusal';
  readonly status: keyof typeof titles;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: keyof typeof titles, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }

  toResponse(requestId: string): Response {
    const { status, message, headers } = this;
    return Response.json({ error: titles[status], message, requestId }, { status, headers });
  }
}

/** The answer to a token that opens nothing, whyever. */
export function unauthorized(): ChatRefusal {
  return new ChatRefusal(401, 'This session token is missing, wrong or expired: open a new session.', {
    'www-authenticate': 'Bearer',
  });
}
