import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTogether } from '../src/write-together.ts';

const responses: ServerResponse[] = [];
const server = createServer((_request, response) => void responses.push(response));
let url: string;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function twoRequests() {
  responses.length = 0;
  const answers = [fetch(url), fetch(url)];
  while (responses.length < 2) await new Promise(resolve => setTimeout(resolve, 5));
  return { answers, responses: [...responses] };
}

describe('answers written together', () => {
  it('each reach their own client, in text and in parts', async () => {
    const { answers, responses } = await twoRequests();
    const parts = ['{"a":"ä', Buffer.from('ö'), 'ü"}'] as const;
    for (const response of responses) {
      writeTogether(response, 200, ['content-length', '14'], parts, 'utf8');
    }
    for (const answer of await Promise.all(answers)) expect(await answer.json()).toEqual({ a: 'äöü' });
  });

  it('do not fail with one that cannot be written', async () => {
    const { answers, responses } = await twoRequests();
    const [bad, good] = responses as [ServerResponse, ServerResponse];
    writeTogether(bad, 200, ['x-bad', 'line\nbreak'], 'never', 'utf8');
    writeTogether(good, 200, ['content-length', '4'], 'good', 'utf8');
    const settled = await Promise.allSettled(answers);
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const [arrived] = settled.filter(result => result.status === 'fulfilled');
    expect(await arrived?.value.text()).toBe('good');
  });
});
