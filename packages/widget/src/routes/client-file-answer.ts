import type { ClientFile } from '../client-files.ts';

/** A script as any website may load it. */
export function clientFileAnswer(request: Request, { bytes, gzipped, etag }: ClientFile, cacheControl: string) {
  const headers = new Headers({
    etag,
    'cache-control': cacheControl,
    vary: 'accept-encoding',
    'content-type': 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  });
  const known = (request.headers.get('if-none-match') ?? '').split(',').map(tag => tag.trim());
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(bytes, { headers });
  headers.set('content-encoding', 'gzip');
  return new Response(gzipped, { headers });
}
