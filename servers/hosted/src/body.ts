import type { IncomingMessage } from 'node:http';
import { mostBodyBytes } from '@conferbot/runtime';
import { Refusal } from './refusal.ts';

const nothing = Buffer.alloc(0);

/** The client left before its body was complete: there is nobody to answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/** @throws Refusal 415 when a body is not said to be JSON in UTF-8, or is compressed. */
export function requireJson(request: IncomingMessage): void {
  const { 'content-type': type, 'content-encoding': encoding } = request.headers;
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refusal(415, 'Send the body uncompressed, without Content-Encoding.');
  }
  if (type === 'application/json') return;
  if (type !== undefined && /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return;
  throw new Refusal(415, 'Send the body as JSON, with Content-Type: application/json.');
}

/** Whether a request comes with a body at all. */
export function hasBody(request: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  return encoding !== undefined || (length !== undefined && length !== '0');
}

/**
 * Collects a body. Past the cap it stops reading: what was sent already stays in the system's buffers.
 *
 * @param mostBytes Default 1 MiB.
 * @throws Refusal 413; the rest of the body is unread, ClientGone.
 */
export function readBody(request: IncomingMessage, mostBytes: number = mostBodyBytes): Promise<Buffer> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > mostBytes) return Promise.reject(tooLarge(mostBytes));
  return new Promise((resolve, reject) => {
    let first: Buffer | undefined;
    let rest: Buffer[] | undefined;
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) {
        request.pause();
        reject(tooLarge(mostBytes));
      } else if (first === undefined) first = chunk;
      else if (rest === undefined) rest = [first, chunk];
      else rest.push(chunk);
    });
    request.on('end', () => resolve(rest === undefined ? (first ?? nothing) : Buffer.concat(rest, bytes)));
    request.on('error', () => reject(new ClientGone()));
  });
}

function tooLarge(mostBytes: number): Refusal {
  const bytes = `${mostBytes.toLocaleString('en')} bytes`;
  return new Refusal(413, `The body is over ${mostBytes === mostBodyBytes ? `1 MiB (${bytes})` : bytes}.`);
}
