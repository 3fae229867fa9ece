import { randomBytes } from 'node:crypto';

/** A key that nobody guesses: a prefix that says what it is for, and 256 random bits. */
export function generateKey(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}
