import { Webhook } from 'standardwebhooks';

/** @throws Error when the delivery is not genuine, or older than five minutes */
export function readEvent(rawBody: string, headers: Record<string, string>, secret: string): unknown {
  return new Webhook(secret).verify(rawBody, headers);
}
