import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const tag = 'cbk_';
const secretLength = 43;
const checksumLength = 6;
const pattern = new RegExp(`^${tag}[0-9A-Za-z]{${secretLength + checksumLength}}$`);

/** A new key: `cbk_`, 256 random bits in 43 characters of base 62, and their CRC-32 in 6 more. */
export function newApiKey(): string {
  const body = tag + base62(BigInt(`0x${randomBytes(32).toString('hex')}`), secretLength);
  return body + checksumOf(body);
}

/** Whether a text can be a key at all: its form and its checksum, without asking the store. */
export function isApiKey(text: string): boolean {
  return pattern.test(text) && text.slice(-checksumLength) === checksumOf(text.slice(0, -checksumLength));
}

/** The part of a key that may be shown. */
export function prefixOf(key: string): string {
  return key.slice(0, tag.length + 4);
}

function checksumOf(body: string): string {
  return base62(BigInt(crc32(body)), checksumLength);
}

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = (digits[Number(rest % 62n)] ?? '') + text;
  return text;
}
