/** How a receiver verifies `x-webhook-signature`, without a library. */
export const verifyingCode = {
  javascript: `import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(rawBody, headers, secret) {
  const expected = createHmac('sha256', secret).update(rawBody).digest();
  const given = \`\${headers['x-webhook-signature']} \${headers['x-webhook-signature-previous'] ?? ''}\`;
  return given
    .split(' ')
    .map(signature => Buffer.from(signature, 'hex'))
    .some(signature => signature.length === expected.length && timingSafeEqual(signature, expected));
}
`,
  python: `import hashlib
import hmac


def is_genuine(raw_body: bytes, headers: dict, secret: str) -> bool:
    expected = hmac.new(secret.encode(), raw_body, hashlib.sha256).hexdigest()
    given = [headers.get("x-webhook-signature", "")]
    given += headers.get("x-webhook-signature-previous", "").split(" ")
    return any(hmac.compare_digest(expected, signature) for signature in given)
`,
} as const;
