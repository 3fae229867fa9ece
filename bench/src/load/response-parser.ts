/** A whole HTTP answer. `body` may share memory with what the socket delivered: read it before the next answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('0\r\n\r\n');
const empty = Buffer.alloc(0);

/**
 * Reads the HTTP/1.1 answers of one keep-alive connection that has one request in flight at a time. It knows
 * what a load generator needs and no more: the status, and bodies by `Content-Length` or chunked.
 */
export class ResponseParser {
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  /** Bytes of the answer under way, once its head told them; NaN while the end has to be looked for. */
  private expectedBytes = Number.NaN;

  /**
   * Takes what the socket delivered; returns the answer when it is complete.
   *
   * @throws Error when the bytes are not an HTTP/1.1 answer that can be kept alive, or go on past its end.
   */
  push(delivered: Buffer): HttpAnswer | undefined {
    this.pending.push(delivered);
    this.pendingBytes += delivered.length;
    if (this.pendingBytes < this.expectedBytes) return undefined;

    const received = this.pending.length === 1 ? delivered : Buffer.concat(this.pending, this.pendingBytes);
    this.pending = [received];
    const endOfHead = received.indexOf(headEnd);
    if (endOfHead === -1) return undefined;
    const head = received.toString('latin1', 0, endOfHead);
    const bodyStart = endOfHead + headEnd.length;
    const status = statusOf(head);

    if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
      const body = decodeChunks(received.subarray(bodyStart));
      return body === undefined ? undefined : this.complete({ status, body });
    }
    const end = bodyStart + contentLength(head, status);
    if (received.length < end) {
      this.expectedBytes = end;
      return undefined;
    }
    if (received.length > end) throw new Error('the server sent more than the answer that was asked for');
    return this.complete({ status, body: received.subarray(bodyStart) });
  }

  private complete(answer: HttpAnswer): HttpAnswer {
    this.pending = [];
    this.pendingBytes = 0;
    this.expectedBytes = Number.NaN;
    return answer;
  }
}

function statusOf(head: string): number {
  const status = head.startsWith('HTTP/1.1 ') ? Number(head.slice(9, 12)) : Number.NaN;
  if (!Number.isInteger(status)) throw new Error(`not an HTTP/1.1 answer: ${head.slice(0, 40)}`);
  return status;
}

function contentLength(head: string, status: number): number {
  const stated = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (stated !== undefined) return Number(stated);
  if (status === 204 || status === 304) return 0;
  throw new Error('an answer without Content-Length that is not chunked: the connection cannot be kept alive');
}

/** The body of a chunked answer, or undefined while its end has not come. Trailers are not read. */
function decodeChunks(encoded: Buffer): Buffer | undefined {
  if (!encoded.subarray(-lastChunk.length).equals(lastChunk)) return undefined;
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const endOfSize = encoded.indexOf('\r\n', at);
    if (endOfSize === -1) return undefined;
    const size = Number.parseInt(encoded.toString('latin1', at, endOfSize), 16);
    if (Number.isNaN(size)) throw new Error('a chunk without a size');
    const start = endOfSize + 2;
    if (size === 0) return chunks.length === 0 ? empty : Buffer.concat(chunks);
    if (start + size + 2 > encoded.length) return undefined;
    chunks.push(encoded.subarray(start, start + size));
    at = start + size + 2;
  }
}
