import { describe, expect, test } from 'vitest';
import { dnsLookup, systemLookup } from '../src/index.ts';
import { failure, localEgress, testEgress } from './support/egress.ts';
import { nameServer } from './support/name-server.ts';

const zone = {
  'both.example': { A: ['192.0.2.1', '192.0.2.2'], AAAA: ['2001:db8::1'] },
  'old.example': { A: ['192.0.2.1'], AAAA: [] },
  'new.example': { A: [], AAAA: ['2001:db8::1'] },
  'half.example': { A: ['192.0.2.1'], AAAA: 'refused' },
  'empty.example': { A: [], AAAA: [] },
  'broken.example': { A: 'refused', AAAA: [] },
  'broken6.example': { A: [], AAAA: 'refused' },
  'silent.example': { A: 'silence', AAAA: 'silence' },
} as const;

describe('asking name servers', () => {
  test.each([
    ['both.example', ['192.0.2.1', '192.0.2.2', '2001:db8::1']],
    ['old.example', ['192.0.2.1']],
    ['new.example', ['2001:db8::1']],
    ['half.example', ['192.0.2.1']],
    ['localhost', ['127.0.0.1', '::1']],
    ['app.localhost', ['127.0.0.1', '::1']],
  ])('%s has %j', async (name, addresses) => {
    const lookup = dnsLookup({ servers: [await nameServer(zone)] });
    expect(await lookup(name)).toEqual(addresses);
  });

  test.each([
    ['missing.example', false, 'has no address'],
    ['empty.example', false, 'has no address'],
    ['broken.example', true, 'could not be resolved'],
    ['broken6.example', true, 'could not be resolved'],
    ['silent.example', true, 'could not be resolved'],
  ])('%s is an error that may pass: %s', async (name, retryable, message) => {
    const lookup = dnsLookup({ servers: [await nameServer(zone)], timeoutMs: 100 });
    const error = await failure(testEgress({ lookup }).request({ url: `https://${name}/` }));
    expect(error).toMatchObject({ kind: 'dns', retryable, message: `The name ${name} ${message}.` });
  });

  test('a private address in an answer is seen by the guard', async () => {
    const server = await nameServer({ 'inside.example': { A: ['10.0.0.1'], AAAA: ['2606:4700::1111'] } });
    const error = await failure(
      testEgress({ lookup: dnsLookup({ servers: [server] }) }).check('https://inside.example/'),
    );
    expect(error.kind).toBe('blocked');
  });
});

test('the system knows localhost', async () => {
  expect(await systemLookup('localhost')).toContain('127.0.0.1');
});

test.each([new Error('any'), undefined, 'text'])('a lookup that throws %j is an error that may pass', async thrown => {
  const lookup = () => Promise.reject(thrown);
  expect(await failure(localEgress({ lookup }).check('https://a.example/'))).toMatchObject({
    kind: 'dns',
    retryable: true,
  });
});
