/** Who asks, as far as it shows: enough to count them once a day, and not to know them again. */
export interface Visitor {
  readonly address: string | undefined;
  readonly agent: string;
}

const robots =
  /bot\b|crawl|spider|slurp|preview|monitor|headless|lighthouse|facebookexternalhit|curl|wget|python|java\/|go-http|node|axios|libwww|scrapy/i;

export function visitorOf(request: Request, address: string | undefined): Visitor {
  return { address, agent: request.headers.get('user-agent') ?? '' };
}

/** The same for all that a visitor does on one day (UTC). */
export function visitorKey({ address, agent }: Visitor, now: Date): string {
  return JSON.stringify([address ?? null, agent, now.toISOString().slice(0, 10)]);
}

/** Whether somebody reads: not a machine that says so, and not a browser that only gets ready. */
export function isReader(request: Request): boolean {
  const { headers, method } = request;
  const agent = headers.get('user-agent') ?? '';
  const early = /prefetch|preview|prerender/i.test(headers.get('sec-purpose') ?? headers.get('purpose') ?? '');
  return method === 'GET' && agent !== '' && !robots.test(agent) && !early;
}
