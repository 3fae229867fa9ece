import { conversationHistory } from '@conferbot/conversations/contract';
import type { CallContext } from '@conferbot/plugin';
import { figuresOf, type NodePasses } from '../rollup/figures.ts';
import type { CountRow } from '../rollup/rollup-store.ts';
import { quarterMs } from '../rollup/span.ts';

/** More would make a reader wait. */
const mostLive = 24;

/** What no roll-up tells yet. */
export interface StaleQuarters {
  /** The newest, which are counted live. */
  readonly live: readonly number[];
  /** Whether there are others, of which the roll-ups tell old counts. */
  readonly areMore: boolean;
}

export async function readStale(ctx: CallContext, chatbotId: string, from: Date, to: Date): Promise<StaleQuarters> {
  const rows = await ctx.sql<{ starts_at: string }>`
    select starts_at from stale_quarters
    where chatbot_id = ${chatbotId} and starts_at >= ${from} and starts_at < ${to}
    order by starts_at desc limit ${mostLive + 1}`;
  const live = rows.slice(0, mostLive).map(({ starts_at }) => Date.parse(starts_at));
  return { live, areMore: rows.length > mostLive };
}

export async function countLive(
  ctx: CallContext,
  chatbotId: string,
  quarters: readonly number[],
  channel: string | undefined,
): Promise<CountRow[]> {
  const history = ctx.use(conversationHistory);
  const counted = await Promise.all(
    quarters.map(async quarter => {
      const rows = await history.counts(chatbotId, new Date(quarter), new Date(quarter + quarterMs));
      return rows.map(row => ({ starts_at: new Date(quarter).toISOString(), ...figuresOf(row) }));
    }),
  );
  return counted.flat().filter(row => channel === undefined || row.channel === channel);
}

export async function passLive(
  ctx: CallContext,
  chatbotId: string,
  quarters: readonly number[],
  versionId: string,
): Promise<NodePasses[]> {
  const history = ctx.use(conversationHistory);
  const counted = await Promise.all(
    quarters.map(quarter => history.nodes(chatbotId, new Date(quarter), new Date(quarter + quarterMs))),
  );
  return counted
    .flat()
    .filter(({ flowVersionId }) => flowVersionId === versionId)
    .map(({ nodeId, nodeType, reached, left }) => [nodeId, nodeType, reached, left]);
}
