import type { IncomingMessage } from 'node:http';

/** What one exchange brought. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly truncated: boolean;
}

/** Reads the body to its end, or to the limit; the rest is the caller's to throw away. */
export function readAnswer(message: IncomingMessage, maxBytes: number): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    message.on('error', reject);
    const headers = headersOf(message.rawHeaders);
    const done = (truncated: boolean) => {
      const body = joined(chunks, Math.min(size, maxBytes));
      resolve({ status: message.statusCode ?? 0, headers, body, truncated });
    };
    message.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= maxBytes) return;
      message.pause();
      done(true);
    });
    message.once('end', () => done(false));
  });
}

function joined(chunks: readonly Buffer[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, length - offset), offset);
    offset += chunk.length;
  }
  return bytes;
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let i = 0; i < raw.length; i += 2) headers.append(raw[i] ?? '', raw[i + 1] ?? '');
  return headers;
}
