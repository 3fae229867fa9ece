import { randomBytes } from 'node:crypto';

const prefix = `req_${randomBytes(6).toString('base64url').replaceAll(/[-_]/g, '0')}`;
let count = 0;

/** Names one request: unique across processes by a random prefix, within this one by a count. */
export function nextRequestId(): string {
  count++;
  return `${prefix}${count.toString(36).padStart(6, '0')}`;
}
