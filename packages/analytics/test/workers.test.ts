import { chatbotId as chatbotIds } from '@conferbot/chatbots/contract';
import { type ConversationHistory, conversationHistory } from '@conferbot/conversations/contract';
import { type CallContext, type Plugin, provide } from '@conferbot/plugin';
import { engines } from '@conferbot/testing';
import { describe, expect, it } from 'vitest';
import { fold } from '../src/rollup/fold.ts';
import { AnalyticsBed, conversation, start } from './support/analytics-bed.ts';
import type { Report } from './support/report.ts';

const hour = 3_600_000;

/** The same plugins with another history in the place of the real one. */
function withHistory(change: (real: ConversationHistory) => ConversationHistory) {
  return (plugins: readonly Plugin[]): readonly Plugin[] =>
    plugins.map(plugin => ({
      ...plugin,
      provides: plugin.provides.map(provider =>
        provider.ref.id === conversationHistory.id
          ? provide(conversationHistory, ctx => change(provider.create(ctx) as ConversationHistory))
          : provider,
      ),
    }));
}

describe.each(engines)('on %s', engine => {
  it('a count that stops half-way is made again, and nothing of it is lost or counted twice', async () => {
    let calls = 0;
    await using beds = await AnalyticsBed.open(
      engine,
      withHistory(real => ({
        counts: (...span) => real.counts(...span),
        quarters: id => real.quarters(id),
        responses: (...page) => real.responses(...page),
        nodes(...span) {
          // In the midst of the second lot.
          if (++calls === 40) throw new Error('The process was killed.');
          return real.nodes(...span);
        },
      })),
    );
    const workspace = beds.bed.workspace();
    const chatbotId = await beds.chatbot(workspace);
    const report = () => workspace.call<Report>('get_chatbot_analytics', { chatbotId, days: 3 });
    const all = Array.from({ length: 50 }, (_, index) => conversation(start - index * hour, { status: 'closed' }));
    await beds.keep(workspace, chatbotId, all);
    await beds.settle();
    expect(beds.bed.logs.filter(({ level }) => level === 'error')).toHaveLength(1);
    const left = await beds.rows(workspace, 'select 1 from stale_quarters');
    expect(left).toHaveLength(50 - 32);
    expect((await report()).totals.views).toBe(50);
    // A failure is put off for a minute.
    await beds.settle();
    expect(await beds.rows(workspace, 'select 1 from stale_quarters')).toHaveLength(18);
    beds.clock.now += 60_000;
    await beds.settle();
    expect(await beds.rows(workspace, 'select 1 from stale_quarters')).toEqual([]);
    const after = await report();
    expect(after.totals.views).toBe(50);
    expect(after.daily.reduce((sum, { views }) => sum + views, 0)).toBe(50);
  });

  it('an event that is handed out twice counts once', async () => {
    await using beds = await AnalyticsBed.open(engine);
    const workspace = beds.bed.workspace();
    const chatbotId = await beds.chatbot(workspace);
    const one = conversation(start);
    for (const _ of [1, 2, 3]) {
      await beds.keep(workspace, chatbotId, [one]);
      await beds.settle();
    }
    const { totals } = await workspace.call<Report>('get_chatbot_analytics', { chatbotId });
    expect(totals.views).toBe(1);
  });
});

// PGlite runs one transaction at a time.
describe.runIf(engines.includes('postgres'))('two workers at once', () => {
  it('count a chatbot one after the other, so that no day lacks what either counted', async () => {
    await using beds = await AnalyticsBed.open('postgres');
    const workspace = beds.bed.workspace();
    const chatbotId = await beds.chatbot(workspace);
    const uuid = chatbotIds.decode(chatbotId) ?? '';
    const all = Array.from({ length: 90 }, (_, index) => conversation(start - index * 15 * 60_000));
    await beds.keep(workspace, chatbotId, all);
    await beds.bed.relay.drain();
    beds.clock.now += 5_000;
    const worker = async (): Promise<void> => {
      const left = await beds.inCall(workspace, ctx => fold(ctx, uuid));
      if (left || (await isStale(beds, workspace))) await worker();
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    const { totals, daily } = await workspace.call<Report>('get_chatbot_analytics', { chatbotId, days: 3 });
    expect(totals.views).toBe(90);
    expect(daily.reduce((sum, { views }) => sum + views, 0)).toBe(90);
  });

  it('never forget what changes while it is counted', async () => {
    let change: (() => Promise<void>) | undefined;
    await using beds = await AnalyticsBed.open(
      'postgres',
      withHistory(real => ({
        quarters: id => real.quarters(id),
        responses: (...page) => real.responses(...page),
        async counts(...span) {
          const counted = await real.counts(...span);
          await change?.();
          return counted;
        },
        nodes: (...span) => real.nodes(...span),
      })),
    );
    const workspace = beds.bed.workspace();
    const chatbotId = await beds.chatbot(workspace);
    const uuid = chatbotIds.decode(chatbotId) ?? '';
    await beds.keep(workspace, chatbotId, [conversation(start)]);
    await beds.bed.relay.drain();
    beds.clock.now += 5_000;
    let marked: Promise<unknown> | undefined;
    change = async () => {
      change = undefined;
      await beds.keep(workspace, chatbotId, [conversation(start)]);
      // Waits for the count to end.
      marked = beds.bed.relay.drain();
    };
    await beds.inCall(workspace, (ctx: CallContext) => fold(ctx, uuid));
    await marked;
    expect(await beds.rows(workspace, 'select 1 from stale_quarters')).toHaveLength(1);
    await beds.settle();
    const { totals } = await workspace.call<Report>('get_chatbot_analytics', { chatbotId });
    expect(totals.views).toBe(2);
  });
});

async function isStale(beds: AnalyticsBed, workspace: { readonly id: string }): Promise<boolean> {
  return (await beds.rows(workspace, 'select 1 from stale_quarters limit 1')).length > 0;
}
