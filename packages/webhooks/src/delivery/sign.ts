import { createHmac } from 'node:crypto';

/** What is sent at one attempt. */
export interface Message {
  /** The same at every attempt: receivers tell copies by it. */
  readonly id: string;
  readonly event: string;
  readonly body: string;
  readonly at: Date;
}

/**
 * The headers of a delivery, signed in both ways. The first secret is the present one; those behind it were replaced
 * and are valid for a while yet.
 */
export function signedHeaders({ id, event, body, at }: Message, secrets: readonly string[]): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const [present = '', ...previous] = secrets.map(secret => plainSignature(secret, body));
  const standard = secrets.map(secret => `v1,${standardSignature(secret, `${id}.${seconds}.${body}`)}`);
  return {
    'content-type': 'application/json',
    'user-agent': 'Conferbot-Webhooks/1.0',
    'x-webhook-event': event,
    'x-webhook-timestamp': at.toISOString(),
    'x-webhook-signature': present,
    ...(previous.length > 0 && { 'x-webhook-signature-previous': previous.join(' ') }),
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': standard.join(' '),
  };
}

/** The key is the secret as it is shown, its prefix included. */
function plainSignature(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
function standardSignature(secret: string, signed: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(signed).digest('base64');
}
