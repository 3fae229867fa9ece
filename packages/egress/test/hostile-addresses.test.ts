import { describe, expect, test } from 'vitest';
import type { Lookup } from '../src/index.ts';
import { failure, testEgress } from './support/egress.ts';
import { type CountingServer, rawServer } from './support/servers.ts';

/** Hosts that lead to loopback, or to what else no customer may reach, by spelling alone. */
const literals = [
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '127.1.',
  '127.255.255.254',
  '2130706433',
  '2130706433.',
  '017700000001',
  '0x7f000001',
  '0x7f.1',
  '0x7F.0.0.0x1',
  '0177.0.0.1',
  '0177.0.0.01',
  '00000177.0.0.1',
  '0x00000000000000007f.0.0.1',
  '127.0x0.0.1',
  '①②⑦.⓪.⓪.①',
  '１２７.０.０.１',
  '127。0。0。1',
  '127．0．0．1',
  '127｡0｡0｡1',
  '%31%32%37.0.0.1',
  '127%2e0%2e0%2e1',
  '0',
  '0.0.0.0',
  '0x0',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::0.0.0.1]',
  '[::]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::FFFF:7F00:0001]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[2001:db8::1]',
  '[fe80::1]',
  '[fec0::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[ff02::1]',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.0.1',
  '3232235777',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '169.254.169.254',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '[::ffff:169.254.169.254]',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
];

/** URLs whose authority is read in more than one way; `#` stands for the scheme, `@@` for the port of the canary. */
const tricks: readonly (readonly [url: string, kind: string])[] = [
  ['#://public.example@127.0.0.1:@@/', 'bad_url'],
  ['#://public.example:80@127.0.0.1:@@/', 'bad_url'],
  ['#://127.0.0.1:@@@public.example/', 'bad_url'],
  ['#://user:@127.0.0.1:@@/', 'bad_url'],
  ['#://@127.0.0.1:@@/', 'blocked'],
  ['#://127.0.0.1:@@\\@public.example/', 'blocked'],
  ['#://127.0.0.1:@@#@public.example/', 'blocked'],
  ['#://127.0.0.1:@@?@public.example/', 'blocked'],
  ['#:\\\\127.0.0.1:@@\\', 'blocked'],
  ['#:127.0.0.1:@@', 'blocked'],
  ['#:///127.0.0.1:@@/', 'blocked'],
  [' \t#://127.0.\n0.1:@@/ ', 'blocked'],
  ['#://[fe80::1%25lo]:@@/', 'bad_url'],
  ['#://[::1%lo]:@@/', 'bad_url'],
  ['#://[::1]%31:@@/', 'bad_url'],
  ['#://127.0.0.1%00.public.example:@@/', 'bad_url'],
  ['#://127.0.0.1..:@@/', 'bad_url'],
  ['#://127.0.0.1.0:@@/', 'bad_url'],
  ['#://256.0.0.1:@@/', 'bad_url'],
  ['#://4294967296:@@/', 'bad_url'],
  ['#://.:@@/', 'bad_url'],
  ['#://a..b:@@/', 'bad_url'],
  ['#://127.0.0.1,public.example:@@/', 'bad_url'],
  ["#://public.example';x:@@/", 'bad_url'],
];

/** What a hostile or careless name server answers. */
const records: Readonly<Record<string, readonly string[]>> = {
  'loopback.example': ['127.0.0.1'],
  'loopback6.example': ['::1'],
  '127.0.0.1.nip.example': ['127.0.0.1'],
  'mixed.example': ['3ffe::1', '127.0.0.1'],
  'mixed-first.example': ['127.0.0.1', '3ffe::1'],
  'mixed6.example': ['3ffe::1', '::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'zone.example': ['fe80::1%lo'],
  'unspecified.example': ['0.0.0.0'],
  'metadata.google.internal': ['169.254.169.254'],
  'octal.example': ['0177.0.0.1'],
  'name.example': ['localhost'],
  'many.example': [...Array.from({ length: 40 }, (_, i) => `3ffe::${i + 1}`), '127.0.0.1'],
};
const hostile: Lookup = async name => records[name] ?? [];

/** Listens on every loopback address that the forms could mean. */
async function canary(): Promise<CountingServer> {
  const first = await rawServer(socket => socket.destroy(), { host: '::' }).catch(() => undefined);
  return first ?? (await rawServer(socket => socket.destroy(), { host: '0.0.0.0' }));
}

describe.each(['http', 'https'])('%s', scheme => {
  test(`none of ${literals.length} literal forms reaches a listener`, async () => {
    const { port, connections } = await canary();
    const egress = testEgress();
    for (const host of literals) {
      const error = await failure(egress.request({ url: `${scheme}://${host}:${port}/`, timeoutMs: 2000 }));
      expect(error.kind, host).toBe('blocked');
    }
    expect(connections()).toBe(0);
  });

  test.each(tricks)('%s does not reach one either', async (form, kind) => {
    const { port, connections } = await canary();
    const url = form.replace('#', scheme).replace('@@', String(port));
    const error = await failure(testEgress({ lookup: hostile }).request({ url, timeoutMs: 2000 }));
    expect(error.kind).toBe(kind);
    expect(connections()).toBe(0);
  });

  test.each([...Object.keys(records), 'localhost', 'LOCALHOST.', 'app.localhost'])('nor the name %s', async name => {
    const { port, connections } = await canary();
    const egress = testEgress(name in records ? { lookup: hostile } : {});
    const error = await failure(egress.request({ url: `${scheme}://${name}:${port}/`, timeoutMs: 2000 }));
    expect(error.kind).toBe('blocked');
    expect(connections()).toBe(0);
  });

  test('a name that changes its answer is asked once, and what was checked is what is dialled', async () => {
    const { port, connections } = await canary();
    let asked = 0;
    const lookup: Lookup = async () => {
      asked += 1;
      return asked === 1 ? ['3ffe::1'] : ['127.0.0.1'];
    };
    const url = `${scheme}://rebinding.example:${port}/`;
    const egress = testEgress({ lookup, connectTimeoutMs: 200 });
    expect(await failure(egress.request({ url }))).toMatchObject({ kind: 'connect' });
    expect(asked).toBe(1);
    expect(await failure(egress.request({ url }))).toMatchObject({ kind: 'blocked' });
    expect(connections()).toBe(0);
  });
});

test('the canary would notice', async () => {
  const { port, connections } = await canary();
  await failure(testEgress({ allowPrivate: true }).request({ url: `http://127.1:${port}/` }));
  expect(connections()).toBe(1);
});

test('where private addresses are allowed, metadata is still refused', async () => {
  const egress = testEgress({ allowPrivate: true, lookup: async () => ['127.0.0.1', '169.254.169.254'] });
  for (const host of ['169.254.169.254', '0xa9fea9fe', '[fd00:ec2::254]', '[::ffff:a9fe:a9fe]', 'mixed.example']) {
    expect(await failure(egress.check(`http://${host}/`)), host).toMatchObject({ kind: 'blocked' });
  }
});

test('a message says what was refused, never where a name leads', async () => {
  const egress = testEgress({ lookup: async () => ['10.20.30.40'] });
  const { message } = await failure(egress.request({ url: 'https://intranet.example/secret?token=1' }));
  expect(message).toBe('intranet.example resolves to an address that may not be called.');
});

test('only http and https, and not the ports of other protocols', async () => {
  const egress = testEgress({ lookup: async () => ['3ffe::1'] });
  const urls = [
    'ftp://a.example/',
    'file:///etc/passwd',
    'data:,x',
    'gopher://a.example/',
    'ws://a.example/',
    '/path',
    '',
  ];
  for (const url of [...urls, 'https://a.example:25/', 'http://a.example:6667/', 'https://a.example:0/', 'https://']) {
    expect(await failure(egress.check(url)), url).toMatchObject({ kind: 'bad_url' });
  }
  expect(await failure(egress.check(`https://a.example/${'x'.repeat(5000)}`))).toMatchObject({ kind: 'bad_url' });
  await egress.check('https://a.example:8443/');
});
