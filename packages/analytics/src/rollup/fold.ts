import { conversationHistory } from '@conferbot/conversations/contract';
import type { CallContext } from '@conferbot/plugin';
import { figuresOf } from './figures.ts';
import { rollUp } from './roll-up.ts';
import { type CountRow, type NodeRow, replaceRollups } from './rollup-store.ts';
import { dates, dayOf, monthOf, quarterMs, unique } from './span.ts';

const mostQuarters = 32;

/**
 * Counts stale quarters of a chatbot anew, and the days and months that they are in. One transaction counts a chatbot
 * at a time; who comes second does nothing.
 *
 * @returns whether more are left
 */
export async function fold(ctx: CallContext, chatbotId: string): Promise<boolean> {
  const locked = await ctx.sql`
    select chatbot_id from rollup_alarms
    where chatbot_id = ${chatbotId} and due_at <= ${ctx.now()} for update skip locked`;
  if (locked.length === 0) return false;
  const rows = await ctx.sql<{ starts_at: string }>`
    select starts_at from stale_quarters where chatbot_id = ${chatbotId} order by starts_at limit ${mostQuarters + 1}`;
  const quarters = rows.slice(0, mostQuarters).map(({ starts_at }) => Date.parse(starts_at));
  const areLeft = rows.length > mostQuarters;
  await countQuarters(ctx, chatbotId, quarters);
  const days = unique(quarters.map(dayOf));
  await rollUp(ctx, chatbotId, 'day', days);
  await rollUp(ctx, chatbotId, 'month', unique(days.map(day => monthOf(day))));
  await ctx.sql`
    delete from stale_quarters where chatbot_id = ${chatbotId} and starts_at = any(${dates(quarters)}::timestamptz[])`;
  await ctx.sql`
    update rollup_alarms set due_at = ${areLeft ? ctx.now() : null} where chatbot_id = ${chatbotId}`;
  return areLeft;
}

/** From the conversations themselves. */
async function countQuarters(ctx: CallContext, chatbotId: string, quarters: readonly number[]): Promise<void> {
  const history = ctx.use(conversationHistory);
  const counts: CountRow[] = [];
  const nodes: NodeRow[] = [];
  for (const quarter of quarters) {
    const [from, to] = [new Date(quarter), new Date(quarter + quarterMs)];
    const starts_at = from.toISOString();
    for (const row of await history.counts(chatbotId, from, to)) counts.push({ starts_at, ...figuresOf(row) });
    const passes = Map.groupBy(await history.nodes(chatbotId, from, to), ({ flowVersionId }) => flowVersionId);
    for (const [flow_version_id, of] of passes) {
      const tuples = of.map(({ nodeId, nodeType, reached, left }) => [nodeId, nodeType, reached, left] as const);
      nodes.push({ starts_at, flow_version_id, passes: tuples });
    }
  }
  await replaceRollups(ctx, chatbotId, { grain: 'quarter', starts: quarters, counts, nodes });
}
