import { createHash } from 'node:crypto';

/** A UUID version 8 (RFC 9562, section 5.8) of 122 bits of the SHA-256 of a slug: the same one for ever. */
export function templateUuid(slug: string): string {
  const bytes = createHash('sha256').update(`conferbot.template:${slug}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
