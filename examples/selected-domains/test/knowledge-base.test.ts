import { createEgress } from '@conferbot/egress';
import { knowledge } from '@conferbot/knowledge';
import type { Logger } from '@conferbot/plugin';
import { compose } from '@conferbot/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeKnowledge } from '../src/compose.ts';
import { type KnowledgeBase, openKnowledgeBase } from '../src/knowledge-base.ts';
import { session } from '../src/session.ts';

const silent = () => undefined;
const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent };

let base: KnowledgeBase;
beforeAll(async () => {
  base = await openKnowledgeBase(logger);
});
afterAll(() => base?.close());

it('writes an article, finds it, answers from it, and says what it does not know', async () => {
  const said: string[] = [];
  await session(base, line => said.push(line));
  expect(said.slice(1)).toEqual([
    'found: How long can I return an order?',
    expect.stringMatching(/^how many days do I .*\? answered: .*within 30 days/),
    expect.stringMatching(/^do you sell gift cards\? unsure: /),
  ]);
});

it('offers the tools of knowledge and of the chatbots, which it requires, and no others', async () => {
  const { tools } = await base.client.listTools();
  const names = tools.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['create_chatbot', 'create_knowledge_article', 'list_knowledge_base']));
  const foreign = /webhook|conversation|flow|analytics|node|response/;
  expect(names.filter(name => foreign.test(name))).toEqual([]);
});

it('is the least that works: knowledge alone is refused, and the message says what is missing', async () => {
  const egress = createEgress();
  expect(() => compose([knowledge({ egress })])).toThrow(/chatbot/i);
  expect(composeKnowledge(egress).tools.has('create_knowledge_article')).toBe(true);
  await egress.close();
});
