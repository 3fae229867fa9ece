/** Seconds for which a browser need not ask again. */
const maxAge = 86_400;
const requestHeaders = 'authorization, content-type, last-event-id, x-file-name';

/** What a browser is told that asks before it sends. No cookies: the origin does not matter. */
export function preflight(methods: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': requestHeaders,
      'access-control-max-age': String(maxAge),
    },
  });
}

/** The answer, such that scripts of every website may read it. */
export function allowAnyOrigin(answer: Response): Response {
  const headers = new Headers(answer.headers);
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-expose-headers', 'retry-after, x-request-id');
  return new Response(answer.body, { status: answer.status, headers });
}
