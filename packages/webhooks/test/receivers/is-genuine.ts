import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(rawBody: string, headers: Record<string, string | undefined>, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(rawBody).digest();
  const given = `${headers['x-webhook-signature']} ${headers['x-webhook-signature-previous'] ?? ''}`;
  return given
    .split(' ')
    .map(signature => Buffer.from(signature, 'hex'))
    .some(signature => signature.length === expected.length && timingSafeEqual(signature, expected));
}
