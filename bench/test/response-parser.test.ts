import { describe, expect, it } from 'vitest';
import { ResponseParser } from '../src/load/response-parser.ts';

const withLength = Buffer.from(
  'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ncontent-length: 11\r\n\r\nhello\r\n\r\nyo',
);
const chunked = Buffer.from(
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\n0\r\n\r\n\r\n6\r\n world\r\n0\r\n\r\n',
);

describe('the response parser', () => {
  it.each([
    ['with a length', withLength, 'hello\r\n\r\nyo'],
    ['in chunks, one of which looks like the end', chunked, 'hello0\r\n\r\n world'],
  ])('reads an answer %s wherever the socket cuts it', (_, answer, body) => {
    for (let cut = 1; cut < answer.length; cut++) {
      const parser = new ResponseParser();
      expect(parser.push(answer.subarray(0, cut))).toBeUndefined();
      const read = parser.push(answer.subarray(cut));
      expect({ status: read?.status, body: read?.body.toString() }).toEqual({ status: 200, body });
    }
  });

  it('reads an answer that comes byte by byte', () => {
    const parser = new ResponseParser();
    const answers = [...withLength]
      .map(byte => parser.push(Buffer.from([byte])))
      .filter(answer => answer !== undefined);
    expect(answers.map(({ body }) => body.toString())).toEqual(['hello\r\n\r\nyo']);
  });

  it('reads one answer after the other on the same connection', () => {
    const parser = new ResponseParser();
    const bodies = [withLength, chunked, withLength].map(answer => parser.push(answer)?.body.length);
    expect(bodies).toEqual([11, 16, 11]);
  });

  it('tells the status of a refusal', () => {
    const answer = Buffer.from('HTTP/1.1 429 Too Many Requests\r\nContent-Length: 2\r\n\r\n{}');
    expect(new ResponseParser().push(answer)?.status).toBe(429);
  });

  it('takes an answer without a body by its status', () => {
    expect(new ResponseParser().push(Buffer.from('HTTP/1.1 204 No Content\r\n\r\n'))?.body.length).toBe(0);
  });

  it.each([
    ['bytes after the end', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab'],
    ['an end that only the closing of the connection tells', 'HTTP/1.1 200 OK\r\n\r\nabc'],
    ['what is not HTTP', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['a chunk without a size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n0\r\n\r\n'],
  ])('refuses %s', (_, answer) => {
    expect(() => new ResponseParser().push(Buffer.from(answer))).toThrow(Error);
  });
});
