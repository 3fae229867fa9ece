import { chatbotId as chatbotIds } from '@conferbot/chatbots/contract';
import type { TestWorkspace } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rollups } from '../src/contract.ts';
import { AnalyticsBed, conversation, start } from './support/analytics-bed.ts';
import type { Report } from './support/report.ts';

const day = 86_400_000;

let beds: AnalyticsBed;
let workspace: TestWorkspace;
let chatbotId: string;

beforeAll(async () => {
  beds = await AnalyticsBed.open();
});
afterAll(() => beds[Symbol.asyncDispose]());
beforeEach(async () => {
  beds.clock.now = start;
  workspace = beds.bed.workspace({ timezone: 'Europe/Berlin' });
  chatbotId = await beds.chatbot(workspace);
});

const report = (more: object = {}) => workspace.call<Report>('get_chatbot_analytics', { chatbotId, ...more });
const nothing = { views: 0, starts: 0, responses: 0, completions: 0 };

describe('analytics of a chatbot', () => {
  it('without conversations are zeros for every day, and claim no rate', async () => {
    const empty = await report();
    expect(empty).toMatchObject({
      days: 30,
      timezone: 'Europe/Berlin',
      from: '2026-02-28T23:00:00.000Z',
      // The clocks went forward on the 29th.
      to: '2026-03-30T22:00:00.000Z',
      totals: nothing,
      durationSeconds: { n: 0, p50: null, p90: null },
      channels: [],
      topDropOffNodes: [],
      provisional: false,
    });
    expect(empty.daily).toHaveLength(30);
    expect(empty.daily[0]).toEqual({ date: '2026-03-01', ...nothing });
    expect(empty.daily.at(-1)).toEqual({ date: '2026-03-30', ...nothing });
    for (const rate of Object.values(empty.rates)) {
      expect(rate).toEqual({ value: null, numerator: 0, denominator: 0, n: 0, lowSample: true });
    }
    expect(empty.previousPeriod.change).toEqual({ views: null, starts: null, responses: null, completions: null });
  });

  it('give small samples an interval, and large ones none', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      conversation(start - index * 60_000, { spoke: index < 10, answered: index < 5, status: 'abandoned' }),
    );
    await beds.keep(workspace, chatbotId, many);
    await beds.settle();
    const { startRate, responseRate } = (await report({ days: 1 })).rates;
    expect(startRate).toEqual({ value: 0.3333, numerator: 10, denominator: 30, n: 30, lowSample: false });
    // Wilson's score interval for 5 of 10, as published.
    expect(responseRate).toMatchObject({ value: 0.5, lowSample: true, interval: [0.2366, 0.7634] });
  });

  it('compare with the days before, and name channels, busiest first', async () => {
    await beds.keep(workspace, chatbotId, [
      conversation(start, { channel: 'api', status: 'closed' }),
      conversation(start, { spoke: true, status: 'completed', answered: true, seconds: 100 }),
      conversation(start - day, { spoke: true, status: 'closed', seconds: 300 }),
      conversation(start - 2 * day, { spoke: true, status: 'closed', seconds: 9_000 }),
      conversation(start - 3 * day, { status: 'closed' }),
    ]);
    await beds.settle();
    const { channels, previousPeriod, durationSeconds } = await report({ days: 2 });
    expect(channels).toEqual([
      { channel: 'web', views: 2, starts: 2, responses: 1, completions: 1 },
      { channel: 'api', ...nothing, views: 1 },
    ]);
    expect(previousPeriod).toMatchObject({
      totals: { ...nothing, views: 2, starts: 1 },
      change: { views: 0.5, starts: 1, responses: null, completions: null },
    });
    expect(durationSeconds).toEqual({
      n: 2,
      p50: expect.closeTo(100, -1),
      p90: expect.closeTo(300, -1.5),
      relativeError: 0.05,
    });
  });

  it('name the nodes of the live version where most break off', async () => {
    const flow = {
      nodes: [
        { id: 'hi', type: 'welcome-node', data: { text: 'Hi!' }, position: { x: 0, y: 0 } },
        {
          id: 'ask',
          type: 'ask-name-node',
          data: { questionText: 'Name?', answerVariable: 'n' },
          position: { x: 0, y: 9 },
        },
      ],
      edges: [{ source: 'hi', target: 'ask' }],
    };
    await workspace.call('update_chatbot_flow', { chatbotId, flow });
    await workspace.call('publish_flow_version', { chatbotId });
    const [bot] = await beds.rows<{ published_version_id: string }>(
      workspace,
      `select published_version_id from chatbots`,
    );
    const versionId = bot?.published_version_id ?? '';
    const at = (nodeId: string, exit: string | null) => ({ nodeId, exit });
    await beds.keep(workspace, chatbotId, [
      conversation(start, { versionId, status: 'abandoned', visits: [at('hi', 'edge'), at('ask', null)] }),
      conversation(start, { versionId, status: 'closed', visits: [at('hi', 'edge'), at('ask', null)] }),
      conversation(start, { versionId, status: 'completed', visits: [at('hi', 'edge'), at('ask', 'end')] }),
      conversation(start - 9 * day, { versionId, status: 'failed', visits: [at('hi', 'failed')] }),
      // Under way, with a person, of another version, and too long ago.
      conversation(start, { versionId, visits: [at('hi', 'edge'), at('ask', null)] }),
      conversation(start, { versionId, status: 'human', visits: [at('hi', 'edge'), at('ask', null)] }),
      conversation(start, { status: 'abandoned', visits: [at('gone', null)] }),
      conversation(start - 40 * day, { versionId, status: 'abandoned', visits: [at('hi', null)] }),
    ]);
    const wanted = [
      { nodeId: 'ask', nodeType: 'ask-custom-question-node', reached: 3, left: 1, dropOffRate: 0.6667 },
      { nodeId: 'hi', nodeType: 'ask-custom-question-node', reached: 5, left: 4, dropOffRate: 0.2 },
    ];
    await beds.bed.relay.drain();
    expect((await report()).topDropOffNodes).toEqual(wanted);
    await beds.settle();
    expect((await report()).topDropOffNodes).toEqual(wanted);
  });

  it('are what the resource and REST say of the chatbot', async () => {
    await beds.keep(workspace, chatbotId, [conversation(start)]);
    await beds.settle();
    expect(await workspace.read(`conferbot://chatbot/${chatbotId}/analytics`)).toEqual(await report());
  });

  it('refuse days and zones that there are not', async () => {
    for (const wrong of [{ days: 0 }, { days: 366 }, { days: 1.5 }, { timezone: 'Europe/Nowhere' }]) {
      expect(await workspace.refused('get_chatbot_analytics', { chatbotId, ...wrong })).toMatchObject({
        error: 'invalid_argument',
      });
    }
  });

  it('are of the own workspace, and gone with the chatbot', async () => {
    await beds.keep(workspace, chatbotId, [conversation(start)]);
    await beds.settle();
    const stranger = beds.bed.workspace();
    expect(await stranger.refused('get_chatbot_analytics', { chatbotId })).toMatchObject({ error: 'not_found' });
    expect(await beds.rows(stranger, 'select 1 from count_rollups')).toEqual([]);
    await workspace.call('delete_chatbot', { chatbotId });
    await beds.settle();
    for (const table of ['rollup_alarms', 'stale_quarters', 'count_rollups', 'node_rollups', 'day_courses']) {
      expect(await beds.rows(workspace, `select 1 from ${table}`), table).toEqual([]);
    }
  });

  it('say that they are provisional while conversations go on, or more is to be counted than can be live', async () => {
    const quarters = Array.from({ length: 40 }, (_, index) =>
      conversation(start - index * 15 * 60_000, { status: 'closed' }),
    );
    await beds.keep(workspace, chatbotId, quarters, false);
    expect(await report()).toMatchObject({ totals: nothing, provisional: false });
    await beds.inCall(workspace, ctx =>
      ctx.use(rollups).rebuild(uuidOf(chatbotId), new Date(start - 10 * 3_600_000), new Date(start + 1)),
    );
    const first = await report();
    expect(first.totals.views).toBe(24);
    expect(first.provisional).toBe(true);
    await beds.settle();
    expect(await report()).toMatchObject({ totals: { ...nothing, views: 40 }, provisional: false });
    await beds.keep(workspace, chatbotId, [conversation(start)]);
    await beds.settle();
    expect((await report()).provisional).toBe(true);
  });

  it('are right again when any span is rebuilt', async () => {
    await beds.keep(workspace, chatbotId, [conversation(start), conversation(start - 50 * day)]);
    await beds.settle();
    const right = await report({ days: 60 });
    await beds.inCall(workspace, async ({ sql }) => {
      await sql`update count_rollups set views = 77, starts = 3`;
      await sql`update day_courses set views = starts`;
      await sql`insert into count_rollups select workspace_id, chatbot_id, grain, starts_at, 'fax', views, starts, responses,
        completions, handovers, contained, ended, abandoned, ratings, good_ratings, durations from count_rollups`;
    });
    expect(await report({ days: 60 })).not.toEqual(right);
    await beds.inCall(workspace, ctx =>
      ctx.use(rollups).rebuild(uuidOf(chatbotId), new Date(start - 51 * day), new Date(start + day)),
    );
    await beds.settle();
    expect(await report({ days: 60 })).toEqual(right);
  });

  it('tell what a chatbot had before anybody counted, from the first change on', async () => {
    const earlier = Array.from({ length: 50 }, (_, index) => conversation(start - index * 7 * 3_600_000));
    await beds.keep(workspace, chatbotId, earlier, false);
    await beds.keep(workspace, chatbotId, [conversation(start)]);
    await beds.settle();
    expect((await report()).totals.views).toBe(51);
  });
});

function uuidOf(id: string): string {
  return chatbotIds.decode(id) ?? '';
}
