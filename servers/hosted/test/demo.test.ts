import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from './support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ env: { DEMO: '1' } });
});
afterAll(() => server.close());

async function call(name: string, args: object): Promise<unknown> {
  const at = '/x/chatbots,flows,flow-lab';
  const answer = await server.result(server.demoKey ?? '', 'tools/call', { name, arguments: args }, { at });
  return answer.structuredContent;
}

describe('the demo workspace', () => {
  it('has chatbots that visitors can talk to, with flows in which nothing is wrong and every way can be gone', async () => {
    const { data } = (await call('list_chatbots', {})) as { data: { id: string; published: boolean }[] };
    const published = data.filter(chatbot => chatbot.published);
    expect([data.length, published.length]).toEqual([6, 3]);
    for (const { id: chatbotId } of published) {
      expect(await call('validate_flow', { chatbotId })).toMatchObject({ publishable: true, findings: [] });
      const explored = await call('explore_flow', { chatbotId, visitors: 100 });
      expect(explored).toMatchObject({ coverage: { handles: { missing: [] } }, deadEnds: [], failures: [] });
    }
  });
});
