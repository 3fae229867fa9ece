import { beforeAll, describe, expect, test } from 'vitest';
import { authority, type Certificate, certificate } from './support/certificates.ts';
import { failure, localEgress, text } from './support/egress.ts';
import { httpsServer, rawServer } from './support/servers.ts';

let root: Certificate;
beforeAll(async () => {
  root = await authority();
});

const names = ['hooks.example'];
const url = (port: number, host = 'hooks.example') => `https://${host}:${port}/`;

async function serving(served: Certificate) {
  return httpsServer(served, (request, response) => {
    const { servername } = request.socket as { servername?: string | false };
    response.end(JSON.stringify({ servername, host: request.headers.host }));
  });
}

test('a good certificate: the name is asked for, the checked address is dialled', async () => {
  const { port } = await serving(await certificate({ names }, root));
  const answer = await localEgress({ ca: [root.cert] }).request({ url: url(port, 'HOOKS.example.') });
  expect(JSON.parse(text(answer.body))).toEqual({ servername: 'hooks.example', host: `hooks.example:${port}` });
  expect(answer.address).toBe('127.0.0.1');
});

test('an address as host is checked against the addresses of the certificate', async () => {
  const egress = localEgress({ ca: [root.cert] });
  const right = await serving(await certificate({ addresses: ['127.0.0.1'] }, root));
  expect(JSON.parse(text((await egress.request({ url: url(right.port, '127.0.0.1') })).body))).toMatchObject({
    servername: false,
  });
  const wrong = await serving(await certificate({ addresses: ['127.0.0.9'] }, root));
  expect(await failure(egress.request({ url: url(wrong.port, '127.0.0.1') }))).toMatchObject({ kind: 'tls' });
});

describe('refused before the request is sent', () => {
  const cases: readonly (readonly [string, () => Promise<Certificate>, string])[] = [
    ['a self-signed certificate', () => certificate({ names }), 'is self-signed'],
    ['another name', () => certificate({ names: ['other.example'] }, root), 'is for another name'],
    ['an address instead of the name', () => certificate({ addresses: ['127.0.0.1'] }, root), 'is for another name'],
    ['a certificate of the past', () => certificate({ names, notAfter: new Date(0) }, root), 'has expired'],
    [
      'one that only claims to be of the authority',
      async () => certificate({ names }, await authority()),
      'has a wrong signature',
    ],
    [
      'an unknown authority',
      async () => certificate({ names }, await authority('Another authority')),
      'comes without its chain, or from an authority that is not known',
    ],
  ];
  test.each(cases)('%s', async (_, made, flaw) => {
    let requests = 0;
    const { port } = await httpsServer(await made(), (_request, response) => {
      requests += 1;
      response.end();
    });
    const error = await failure(localEgress({ ca: [root.cert] }).request({ url: url(port) }));
    expect(error).toMatchObject({ kind: 'tls', retryable: false });
    expect(error.message).toBe(`The certificate of hooks.example ${flaw}.`);
    expect(requests).toBe(0);
  });

  test('a host that speaks no TLS', async () => {
    const { port } = await rawServer(socket => socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\n\r\n')));
    expect(await failure(localEgress().request({ url: url(port) }))).toMatchObject({ kind: 'tls', retryable: false });
  });

  test('a host that hangs up during the handshake, which may pass', async () => {
    const { port } = await rawServer(socket => socket.once('data', () => socket.destroy()));
    expect(await failure(localEgress().request({ url: url(port) }))).toMatchObject({ kind: 'tls', retryable: true });
  });
});

test('one address with two names: each name is checked, no connection serves the other', async () => {
  const server = await serving(await certificate({ names }, root));
  const egress = localEgress({ ca: [root.cert] });
  await egress.request({ url: url(server.port) });
  await egress.request({ url: url(server.port) });
  expect(server.connections()).toBe(1);
  expect(await failure(egress.request({ url: url(server.port, 'other.example') }))).toMatchObject({ kind: 'tls' });
  expect(server.connections()).toBe(2);
});
