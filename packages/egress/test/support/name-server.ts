import { createSocket } from 'node:dgram';
import { onTestFinished } from 'vitest';

type Answer = readonly string[] | 'no such name' | 'refused' | 'silence';

/** What a name has, by record type. */
export interface Zone {
  readonly [name: string]: { readonly A: Answer; readonly AAAA: Answer };
}

/** A name server on loopback, over UDP; `host:port`. */
export async function nameServer(zone: Zone): Promise<string> {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, type, end } = question(query);
    const answer = zone[name]?.[type] ?? 'no such name';
    if (answer !== 'silence') socket.send(reply(query.subarray(0, end), answer), from.port, from.address);
  });
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => void socket.close());
  return `127.0.0.1:${socket.address().port}`;
}

function question(query: Buffer): { name: string; type: 'A' | 'AAAA'; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1) === 28 ? 'AAAA' : 'A', end: at + 5 };
}

function reply(query: Buffer, answer: Exclude<Answer, 'silence'>): Buffer {
  const addresses = typeof answer === 'string' ? [] : answer;
  const code = answer === 'no such name' ? 3 : answer === 'refused' ? 5 : 0;
  const head = Buffer.from(query);
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, ...addresses.map(record)]);
}

function record(address: string): Buffer {
  const data = address.includes(':') ? Buffer.from(full(address), 'hex') : Buffer.from(address.split('.').map(Number));
  const head = Buffer.from('c00c0000000100000000', 'hex');
  head.writeUInt16BE(data.length === 4 ? 1 : 28, 2);
  return Buffer.concat([head, Buffer.from([0, data.length]), data]);
}

function full(address: string): string {
  const [left = '', right = ''] = address.split('::');
  const groups = (half: string) =>
    half
      .split(':')
      .filter(group => group !== '')
      .map(group => group.padStart(4, '0'));
  const missing = 8 - groups(left).length - groups(right).length;
  return [...groups(left), ...Array<string>(missing).fill('0000'), ...groups(right)].join('');
}
