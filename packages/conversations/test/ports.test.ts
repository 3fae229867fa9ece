import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { createEgress } from '@conferbot/egress';
import type { EffectResult } from '@conferbot/flow-engine';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aiPort } from '../src/effects/ai-port.ts';
import { httpPort } from '../src/effects/http-port.ts';
import { mailPort } from '../src/effects/mail-port.ts';

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

let heard: Heard[] = [];
let replies: { readonly status: number; readonly body: string }[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    const { method = '', url = '', headers } = request;
    heard.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    const { status, body } = replies.shift() ?? { status: 200, body: '{}' };
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end(body);
  });
});
const egress = createEgress({ allowPrivate: true });
const context = { id: 'conversation/1:call:1:0', nodeId: 'call', signal: new AbortController().signal };
let base = '';

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  heard = [];
  replies = [];
});
afterAll(async () => {
  await egress.close();
  server.close();
});

function call(changes: object = {}, through = egress): Promise<EffectResult> {
  const request = {
    kind: 'http',
    method: 'GET',
    url: `${base}/x`,
    headers: {},
    timeoutMs: 2_000,
    retries: 0,
    ...changes,
  };
  return httpPort(through)(request as Parameters<ReturnType<typeof httpPort>>[0], context);
}

describe('an HTTP call', () => {
  it('answers JSON as it is, else the text', async () => {
    replies = [
      { status: 200, body: '{"a": [1]}' },
      { status: 201, body: 'fine' },
      { status: 204, body: '' },
      { status: 200, body: '['.repeat(60) + ']'.repeat(60) },
    ];
    expect(await call()).toEqual({ ok: true, value: { a: [1] } });
    expect(await call()).toEqual({ ok: true, value: 'fine' });
    expect(await call()).toEqual({ ok: true, value: '' });
    expect(await call()).toEqual({ ok: true, value: '['.repeat(60) + ']'.repeat(60) });
  });

  it('is made again after what may pass, under the same name, and not after what will not', async () => {
    replies = [
      { status: 503, body: '' },
      { status: 429, body: '' },
      { status: 200, body: '"third"' },
    ];
    expect(await call({ retries: 3 })).toEqual({ ok: true, value: 'third' });
    expect(new Set(heard.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([context.id]));
    heard = [];
    replies = [{ status: 404, body: '' }];
    expect(await call({ retries: 3 })).toMatchObject({ ok: false, error: { kind: 'status' } });
    expect(heard).toHaveLength(1);
  });

  it('follows no redirect, and reaches no private address unless that is allowed', async () => {
    replies = [{ status: 302, body: '' }];
    expect(await call()).toMatchObject({ ok: false, error: { kind: 'status' } });
    const guarded = createEgress();
    expect(await call({}, guarded)).toMatchObject({ ok: false, error: { kind: 'blocked' } });
    await guarded.close();
    expect(heard).toHaveLength(1);
    expect(await call({ url: 'http://127.0.0.1:1/' })).toMatchObject({ ok: false });
  });

  it('proves who makes it', async () => {
    const proof = async (authentication: object) => {
      heard = [];
      await call({ authentication, headers: { Authorization: 'mine', 'x-own': '1' } });
      return heard.at(-1);
    };
    expect((await proof({ type: 'bearer', token: 't' }))?.headers).toMatchObject({
      authorization: 'Bearer t',
      'x-own': '1',
    });
    expect((await proof({ type: 'basic', username: 'u', password: 'p' }))?.headers.authorization).toBe('Basic dTpw');
    expect((await proof({ type: 'apikey', key: 'X-Key', value: 'v' }))?.headers['x-key']).toBe('v');
    expect((await proof({ type: 'apikey', key: 'k', value: 'a&b', location: 'query' }))?.url).toBe('/x?k=a%26b');
    replies = [{ status: 200, body: '{"access_token": "given"}' }];
    const oauth = { type: 'oauth2', tokenUrl: `${base}/token`, clientId: 'id', clientSecret: 's', scope: 'a' };
    expect((await proof(oauth))?.headers.authorization).toBe('Bearer given');
    expect(heard[0]).toMatchObject({ method: 'POST', url: '/token', body: 'grant_type=client_credentials&scope=a' });
    replies = [{ status: 200, body: '{"data": {"jwt": "deep"}}' }];
    const login = { type: 'custom', tokenUrl: `${base}/login`, username: 'u', password: 'p', tokenPath: 'data.jwt' };
    expect((await proof(login))?.headers.authorization).toBe('Bearer deep');
    expect(heard[0]?.body).toBe('{"username":"u","password":"p"}');
    replies = [{ status: 401, body: '' }];
    expect(await call({ authentication: oauth })).toMatchObject({ ok: false, error: { kind: 'failed' } });
  });
});

describe('an AI', () => {
  const ask = (changes: object) =>
    aiPort(egress)(
      {
        kind: 'ai',
        model: 'm',
        temperature: 0.5,
        maxTokens: 9,
        messages: [{ role: 'user', content: 'Hi' }],
        ...changes,
      },
      context,
    );

  it('is asked in the words of OpenAI', async () => {
    replies = [{ status: 200, body: '{"choices": [{"message": {"content": "Hello!"}}]}' }];
    expect(await ask({ endpoint: `${base}/v1/`, apiKey: 'k' })).toEqual({ ok: true, value: 'Hello!' });
    expect(heard[0]).toMatchObject({ method: 'POST', url: '/v1/chat/completions' });
    expect(heard[0]?.headers.authorization).toBe('Bearer k');
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
      model: 'm',
      temperature: 0.5,
      max_tokens: 9,
      messages: [{ role: 'user', content: 'Hi' }],
    });
  });

  it('that answers nonsense or is not known has failed', async () => {
    replies = [
      { status: 200, body: '{"choices": []}' },
      { status: 401, body: '{"error": "sk-secret"}' },
    ];
    expect(await ask({ endpoint: base })).toEqual({ ok: false, error: { kind: 'bad_response' } });
    const refused = await ask({ endpoint: base });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'status' } });
    expect(JSON.stringify(refused)).not.toContain('sk-secret');
    expect(await ask({ provider: 'another' })).toEqual({ ok: false, error: { kind: 'not_configured' } });
  });
});

describe('a mail', () => {
  it('is sent over SMTP, to all, under a name of its own', async () => {
    const lines: string[] = [];
    const smtp = createTcpServer(socket => {
      let inData = false;
      socket.write('220 test\r\n');
      let text = '';
      socket.on('error', () => undefined);
      socket.on('data', chunk => {
        text += chunk;
        for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
          const line = text.slice(0, end);
          text = text.slice(end + 2);
          lines.push(line);
          if (inData && line !== '.') continue;
          inData = line === 'DATA';
          socket.write(inData ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        }
      });
    });
    await new Promise<void>(resolve => smtp.listen(0, '127.0.0.1', resolve));
    const { port } = smtp.address() as AddressInfo;
    const send = mailPort({ url: `smtp://127.0.0.1:${port}`, from: 'Bot <bot@shop.example>' });
    const mail = {
      kind: 'mail',
      to: ['a@example.org'],
      bcc: ['b@example.org'],
      replyTo: 'c@example.org',
      subject: 'New lead',
      body: 'Hello.\n.\nBye.',
    } as const;
    expect(await send(mail, context)).toEqual({ ok: true, value: null });
    expect(lines.filter(line => line.startsWith('RCPT'))).toEqual([
      'RCPT TO:<a@example.org>',
      'RCPT TO:<b@example.org>',
    ]);
    expect(lines).toContain('Subject: New lead');
    expect(lines).toContain('Reply-To: c@example.org');
    expect(lines.join('\n')).not.toMatch(/^bcc/im);
    const name = lines.find(line => line.startsWith('Message-ID:'));
    expect(name).toMatch(/@shop\.example>$/);
    lines.length = 0;
    await send(mail, context);
    expect(lines.find(line => line.startsWith('Message-ID:'))).toBe(name);
    await new Promise(resolve => smtp.close(resolve));
    expect(await send(mail, context)).toMatchObject({ ok: false, error: { kind: 'failed' } });
  });
});
