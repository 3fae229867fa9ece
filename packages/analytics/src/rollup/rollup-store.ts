import type { CallContext } from '@conferbot/plugin';
import type { ChannelFigures, NodePasses } from './figures.ts';
import { dates, type Grain } from './span.ts';

export interface CountRow extends ChannelFigures {
  /** ISO 8601, UTC */
  readonly starts_at: string;
}

export interface NodeRow {
  readonly starts_at: string;
  readonly flow_version_id: string;
  readonly passes: readonly NodePasses[];
}

export interface RollupsOf {
  readonly grain: Grain;
  /** All that are replaced, also those with nothing in them. */
  readonly starts: readonly number[];
  readonly counts: readonly CountRow[];
  readonly nodes: readonly NodeRow[];
}

export async function replaceRollups(
  ctx: CallContext,
  chatbotId: string,
  { grain, starts, counts, nodes }: RollupsOf,
): Promise<void> {
  const replaced = dates(starts);
  const { id } = ctx.workspace;
  await ctx.sql`
    delete from count_rollups
    where chatbot_id = ${chatbotId} and grain = ${grain} and starts_at = any(${replaced}::timestamptz[])`;
  await ctx.sql`
    insert into count_rollups (workspace_id, chatbot_id, grain, starts_at, channel, views, starts, responses,
      completions, handovers, contained, ended, abandoned, ratings, good_ratings, durations)
    select ${id}::uuid, ${chatbotId}::uuid, ${grain}, starts_at, channel, views, starts, responses, completions,
      handovers, contained, ended, abandoned, ratings, good_ratings, durations
    from jsonb_to_recordset(${{ rows: counts }}::jsonb->'rows') as row(starts_at timestamptz, channel text, views int,
      starts int, responses int, completions int, handovers int, contained int, ended int, abandoned int, ratings int,
      good_ratings int, durations jsonb)`;
  await ctx.sql`
    delete from node_rollups
    where chatbot_id = ${chatbotId} and grain = ${grain} and starts_at = any(${replaced}::timestamptz[])`;
  await ctx.sql`
    insert into node_rollups (workspace_id, chatbot_id, grain, starts_at, flow_version_id, passes)
    select ${id}::uuid, ${chatbotId}::uuid, ${grain}, starts_at, flow_version_id, passes
    from jsonb_to_recordset(${{ rows: nodes }}::jsonb->'rows')
      as row(starts_at timestamptz, flow_version_id uuid, passes jsonb)`;
}

/** Of one span of time, `to` not included. */
export function readCounts(
  ctx: CallContext,
  chatbotId: string,
  grain: Grain,
  [from, to]: readonly [number, number],
): Promise<CountRow[]> {
  return ctx.sql<CountRow>`
    select starts_at, channel, views, starts, responses, completions, handovers, contained, ended, abandoned, ratings,
      good_ratings, durations
    from count_rollups
    where chatbot_id = ${chatbotId} and grain = ${grain}
      and starts_at >= ${new Date(from)} and starts_at < ${new Date(to)}`;
}

export function readNodes(
  ctx: CallContext,
  chatbotId: string,
  grain: Grain,
  [from, to]: readonly [number, number],
): Promise<NodeRow[]> {
  return ctx.sql<NodeRow>`
    select starts_at, flow_version_id, passes from node_rollups
    where chatbot_id = ${chatbotId} and grain = ${grain}
      and starts_at >= ${new Date(from)} and starts_at < ${new Date(to)}`;
}
