import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether `mac` is the hexadecimal HMAC-SHA256 of a text, in small or capital letters. */
export function matchesMac(key: string, text: string, mac: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(mac)) return false;
  return timingSafeEqual(createHmac('sha256', key).update(text).digest(), Buffer.from(mac, 'hex'));
}
