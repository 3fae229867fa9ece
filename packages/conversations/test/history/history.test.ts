import { chatbotId as chatbotIds } from '@conferbot/chatbots/contract';
import { inCall } from '@conferbot/runtime';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ConversationHistory, conversationHistory } from '../../src/contract.ts';
import { remember } from '../support/history.ts';
import { conversationPlugins } from '../support/plugins.ts';

const start = Date.UTC(2026, 2, 2, 9);
const visitor = { from: 'visitor', text: 'x' } as const;
const answer = { key: 'a', value: 1 };

let bed: Testbed;
let workspace: TestWorkspace;
let chatbotId: string;
beforeAll(async () => {
  bed = await testbed(conversationPlugins(), { clock: () => start });
});
afterAll(() => bed[Symbol.asyncDispose]());
beforeEach(async () => {
  workspace = bed.workspace();
  chatbotId = (await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' })).id;
});

function history<T>(
  of: { caller: TestWorkspace['caller'] },
  read: (on: ConversationHistory, id: string) => Promise<T>,
) {
  return inCall(bed.runtime, of.caller, { readOnly: true }, ctx =>
    read(ctx.use(conversationHistory), chatbotIds.decode(chatbotId) ?? ''),
  );
}

it('counts conversations by channel that started from one time on and before another', async () => {
  await remember(bed, workspace, chatbotId, [
    { at: start - 1 },
    { at: start, status: 'abandoned' },
    { at: start, status: 'abandoned', messages: [visitor], seconds: 40 },
    { at: start, status: 'completed', messages: [visitor], answers: [answer], seconds: 90, rating: 4 },
    { at: start + 999, status: 'completed', messages: [visitor], rating: 3 },
    { at: start + 999, status: 'closed', messages: [visitor], handover: true },
    { at: start + 999, status: 'waiting_human', ticket: {}, channel: 'api' },
    { at: start + 1000 },
  ]);
  const counted = await history(workspace, (on, id) => on.counts(id, new Date(start), new Date(start + 1000)));
  const nothing = { starts: 0, responses: 0, completions: 0, contained: 0, ended: 0, abandoned: 0 };
  expect(counted.map(row => ({ ...row, durations: row.durations.toSorted() }))).toEqual([
    { channel: 'api', ...nothing, views: 1, handovers: 1, ratings: 0, goodRatings: 0, durations: [] },
    {
      channel: 'web',
      views: 5,
      starts: 4,
      responses: 1,
      completions: 1,
      handovers: 1,
      contained: 4,
      ended: 5,
      abandoned: 1,
      ratings: 2,
      goodRatings: 1,
      durations: [0, 0, 40, 90],
    },
  ]);
});

it('counts what get_conversation_summary counts', async () => {
  const statuses = ['active', 'completed', 'abandoned', 'failed', 'closed', 'human'] as const;
  await remember(
    bed,
    workspace,
    chatbotId,
    statuses.flatMap((status, index) => [
      { at: start - index, status, messages: [visitor], answers: [answer], rating: 1 + (index % 5) },
      { at: start - index, status, handover: true },
      { at: start - index, status, messages: [visitor, { from: 'agent', text: 'y' }] },
    ]),
  );
  const [row] = await history(workspace, (on, id) => on.counts(id, new Date(start - 100), new Date(start + 1)));
  expect(await workspace.call('get_conversation_summary', { chatbotId, days: 1 })).toMatchObject({
    totals: { conversations: row?.views },
    rates: {
      completion: { numerator: row?.completions, denominator: row?.starts },
      handover: { numerator: row?.handovers },
      containment: { numerator: row?.contained },
    },
    csat: { numerator: row?.goodRatings, denominator: row?.ratings },
  });
});

it('tells how many came to a node and went on, each conversation once, however often it passed', async () => {
  const ask = (exit: string | null) => ({
    nodeId: 'ask',
    nodeType: 'ask-name-node',
    seconds: exit === null ? null : 1,
    exit,
  });
  const person = { nodeId: 'person', nodeType: 'human-handover-node', seconds: null };
  await remember(bed, workspace, chatbotId, [
    { at: start, status: 'completed', visits: [ask('edge'), ask('jump'), ask('end')] },
    { at: start, status: 'abandoned', visits: [ask('edge'), ask(null)] },
    { at: start, status: 'abandoned', visits: [ask(null)] },
    { at: start, status: 'failed', visits: [ask('failed')] },
    { at: start, status: 'waiting_human', visits: [ask('edge'), person] },
    { at: start, status: 'human', visits: [ask(null)] },
    { at: start, status: 'active', visits: [ask('edge'), ask(null)] },
  ]);
  const nodes = await history(workspace, (on, id) => on.nodes(id, new Date(start), new Date(start + 1)));
  expect(nodes.map(({ flowVersionId: _, ...row }) => row)).toEqual([
    { nodeId: 'ask', nodeType: 'ask-name-node', reached: 5, left: 3 },
    { nodeId: 'person', nodeType: 'human-handover-node', reached: 1, left: 1 },
  ]);
});

it('names the quarters of an hour with conversations, and nothing to another workspace', async () => {
  const minutes = (count: number) => start + count * 60_000;
  await remember(bed, workspace, chatbotId, [{ at: minutes(14) }, { at: minutes(0) }, { at: minutes(30) }]);
  expect(await history(workspace, (on, id) => on.quarters(id))).toEqual([new Date(start), new Date(minutes(30))]);
  const stranger = bed.workspace();
  expect(await history(stranger, (on, id) => on.quarters(id))).toEqual([]);
  expect(await history(stranger, (on, id) => on.counts(id, new Date(start), new Date(minutes(60))))).toEqual([]);
});
