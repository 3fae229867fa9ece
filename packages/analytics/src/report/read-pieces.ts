import type { CallContext } from '@conferbot/plugin';
import type { NodePasses } from '../rollup/figures.ts';
import type { CountRow } from '../rollup/rollup-store.ts';
import type { Grain } from '../rollup/span.ts';
import type { Piece } from './cover.ts';

export interface PieceRow {
  readonly grain: Grain;
  /** ISO 8601, UTC */
  readonly starts_at: string;
}

/** Piece by piece along the index: `offset 0` keeps a planner without statistics from reading all there is. */
export function readCountPieces(
  ctx: CallContext,
  chatbotId: string,
  pieces: readonly Piece[],
  channel: string | undefined,
): Promise<(CountRow & PieceRow)[]> {
  const [grains, since, until] = columnsOf(pieces);
  return ctx.sql<CountRow & PieceRow>`
    select r.grain, r.starts_at, r.channel, r.views, r.starts, r.responses, r.completions, r.handovers, r.contained,
      r.ended, r.abandoned, r.ratings, r.good_ratings, r.durations
    from unnest(${grains}::text[], ${since}::timestamptz[], ${until}::timestamptz[]) as piece(grain, since, until)
    cross join lateral (
      select * from count_rollups c
      where c.chatbot_id = ${chatbotId} and c.grain = piece.grain
        and c.starts_at >= piece.since and c.starts_at < piece.until
      offset 0) as r
    where ${channel ?? null}::text is null or r.channel = ${channel ?? null}`;
}

export function readNodePieces(
  ctx: CallContext,
  chatbotId: string,
  pieces: readonly Piece[],
  versionId: string,
): Promise<(PieceRow & { readonly passes: readonly NodePasses[] })[]> {
  const [grains, since, until] = columnsOf(pieces);
  return ctx.sql<PieceRow & { readonly passes: readonly NodePasses[] }>`
    select r.grain, r.starts_at, r.passes
    from unnest(${grains}::text[], ${since}::timestamptz[], ${until}::timestamptz[]) as piece(grain, since, until)
    cross join lateral (
      select * from node_rollups n
      where n.chatbot_id = ${chatbotId} and n.grain = piece.grain
        and n.starts_at >= piece.since and n.starts_at < piece.until
      offset 0) as r
    where r.flow_version_id = ${versionId}`;
}

function columnsOf(pieces: readonly Piece[]) {
  return [
    pieces.map(({ grain }) => grain),
    pieces.map(({ since }) => new Date(since)),
    pieces.map(({ until }) => new Date(until)),
  ] as const;
}
