import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { conversations } from '@conferbot/conversations';
import type { AnswerMode } from '@conferbot/conversations/contract';
import { createEgress } from '@conferbot/egress';
import { flows } from '@conferbot/flows';
import { createSecretBox } from '@conferbot/plugin';
import { startJobs } from '@conferbot/runtime';
import { type Testbed, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAnswerPort } from '../../src/index.ts';
import { KnowledgeDesk } from '../support/knowledge-desk.ts';
import { knowledgePlugins } from '../support/plugins.ts';
import { type Heard, Visitor } from './visitor.ts';

const flow = {
  nodes: [
    { id: 'hello', type: 'welcome-node', data: { text: 'Hi!' }, position: { x: 0, y: -140 } },
    {
      id: 'topic',
      type: 'n-choices-node',
      data: { choicePrompt: 'What is it about?', choices: [{ id: 'sales', choiceText: 'Sales' }] },
      position: { x: 0, y: 0 },
    },
    { id: 'bye', type: 'message-node', data: { text: 'Bye.' }, position: { x: 0, y: 140 } },
  ],
  edges: [
    { source: 'hello', target: 'topic' },
    { source: 'topic', target: 'bye' },
  ],
};
const question = 'how many days do I have to return shoes';
const riddle = 'which submarine engines run on helium';
const patience = 5 * 60_000;

let says: string | 'break' = 'break';
/** An answer waits for it. */
let gate: Promise<void> = Promise.resolve();
let asked = 0;
const service = createServer(async (request, response) => {
  request.resume();
  asked += 1;
  await gate;
  if (says === 'break') request.socket.destroy();
  else response.end(JSON.stringify({ choices: [{ message: { content: says } }] }));
});

const clock = { now: Date.parse('2026-03-02T09:00:00.000Z') };
const egress = createEgress({ allowPrivate: true });
let bed: Testbed;
beforeAll(async () => {
  await new Promise<void>(resolve => service.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/v1`;
  const secrets = createSecretBox(randomBytes(32));
  const answers = createAnswerPort({ egress, ai: { url, model: 'small' } });
  const chat = conversations({ sessionKey: randomBytes(32), secrets, egress, answers });
  bed = await testbed([...knowledgePlugins(), flows({ secrets }), chat], { clock: () => clock.now });
});
beforeEach(() => {
  [says, gate, asked] = ['break', Promise.resolve(), 0];
});
afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  await egress.close();
  service.closeAllConnections();
  service.close();
});

async function shop(mode: AnswerMode): Promise<KnowledgeDesk> {
  const desk = await KnowledgeDesk.open(bed.workspace());
  const { id: categoryId } = await desk.category('Orders');
  const { id } = await desk.write({
    title: 'Returning shoes',
    description: 'How long you may return shoes.',
    content: '# Returning shoes\n\nYou have 60 days to return shoes.',
    categoryId,
  });
  await desk.update(id, { reviewStatus: 'published' });
  const { workspace, chatbotId } = desk;
  await workspace.call('update_chatbot_flow', { chatbotId, flow });
  await workspace.call('publish_flow_version', { chatbotId });
  await workspace.call('update_ai_config', { chatbotId, enabled: true, mode });
  return desk;
}

const visit = ({ chatbotId }: KnowledgeDesk) => Visitor.open(bed.runtime, chatbotId);
const lastOf = ({ messages }: Heard) => messages.at(-1);

async function passAndLook(): Promise<void> {
  clock.now += patience;
  const jobs = startJobs(bed.runtime, { pollInterval: 0 });
  await bed.store.run({ role: 'worker' }, [
    { text: `update job_schedules set next_run_at = '2000-01-01', locked_until = null`, values: [] },
  ]);
  await jobs.runDue();
  await jobs.stop();
}

describe.each<AnswerMode>(['ai_first', 'ai_only'])('a visitor asks a chatbot with articles, %s', mode => {
  it('and gets the words of the service, with the article, which is cited once more', async () => {
    says = 'You can bring them back for 60 days [1].';
    const desk = await shop(mode);
    const visitor = await visit(desk);
    const heard = await visitor.say(question);
    expect(lastOf(heard)).toMatchObject({ from: 'bot', text: 'You can bring them back for 60 days.' });
    const [citation] = lastOf(heard)?.citations ?? [];
    expect(citation).toMatchObject({ title: 'Returning shoes' });
    expect(citation?.path).toMatch(/^\/help\/bot_[^/]+\/.*returning-shoes$/);
    expect(heard).toMatchObject({ status: 'active', input: { nodeId: 'topic', kind: 'choice' } });
    const [article] = (await desk.list()).data;
    expect((await desk.read(article?.id ?? '')).metrics).toMatchObject({ citations: 1 });
    expect(asked).toBe(1);
    expect(await visitor.send({ choiceId: 'sales' })).toMatchObject({ status: 'completed', input: { nodeId: '' } });
    says = 'break';
    expect(lastOf(await visitor.say(question))?.text).toContain('60 days');
  });

  it('and gets the article quoted when the service fails', async () => {
    const visitor = await visit(await shop(mode));
    const heard = await visitor.say(question);
    expect(lastOf(heard)?.text).toContain('You have 60 days to return shoes.');
    expect(lastOf(heard)?.citations).toHaveLength(1);
  });
});

describe('a question that no article answers', () => {
  const inVain = async (mode: AnswerMode) => {
    const desk = await shop(mode);
    const visitor = await visit(desk);
    return { desk, statuses: [await visitor.say(riddle), await visitor.say(riddle)].map(({ status }) => status) };
  };
  const openQuestions = async ({ workspace }: KnowledgeDesk) => {
    const session = { role: 'app', workspaceId: workspace.id, readOnly: true } as const;
    const [result] = await bed.store.run(session, [{ text: 'select text, asked from open_questions', values: [] }]);
    return result?.rows;
  };

  it('is kept for the owner, and calls a person the second time, ai_first', async () => {
    const { desk, statuses } = await inVain('ai_first');
    expect(statuses).toEqual(['active', 'waiting_human']);
    expect(await openQuestions(desk)).toEqual([{ text: riddle, asked: 2 }]);
    expect(asked).toBe(0);
  });

  it('calls nobody, ai_only', async () => {
    expect((await inVain('ai_only')).statuses).toEqual(['active', 'active']);
  });
});

describe('a question that is for people first', () => {
  it.each([
    ['human_first', true],
    ['human_only', false],
  ] as const)('calls one, and is answered when nobody comes: %s %s', async (mode, isAnswered) => {
    says = 'For 60 days [1].';
    const visitor = await visit(await shop(mode));
    expect(await visitor.say(question)).toMatchObject({ status: 'waiting_human', input: null });
    expect(asked).toBe(0);
    await passAndLook();
    await expect.poll(async () => (await visitor.look()).input?.nodeId).toBe('topic');
    const texts = (await visitor.look()).messages.map(({ text }) => text);
    expect(texts.includes('For 60 days.')).toBe(isAnswered);
    expect(texts.at(-1)).toBe('What is it about?');
  });
});

it('a service that takes its time holds up the conversation, and no other', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  says = 'For 60 days [1].';
  const desk = await shop('ai_first');
  const [slow, quick] = [await visit(desk), await visit(desk)];
  const answer = slow.say(question);
  const next = answer.then(() => slow.send({ choiceId: 'sales' }));
  await expect.poll(() => asked).toBe(1);
  expect(await slow.look()).toMatchObject({ status: 'active', input: null });
  expect(await quick.send({ choiceId: 'sales' })).toMatchObject({ status: 'completed' });
  resolve();
  expect(lastOf(await answer)?.text).toBe('For 60 days.');
  expect(await next).toMatchObject({ status: 'completed' });
});
