import type { RecentDays } from '@conferbot/conversations/contract';
import type { CallContext } from '@conferbot/plugin';
import { type DailyCounts, dailyNames, readCourses } from '../rollup/day-courses.ts';
import type { ChannelFigures, NodePasses } from '../rollup/figures.ts';
import type { CountRow } from '../rollup/rollup-store.ts';
import { coverOf } from './cover.ts';
import { countLive, passLive, readStale } from './live-quarters.ts';
import { type PieceRow, readCountPieces, readNodePieces } from './read-pieces.ts';
import { dayIndexOf, segmentsOf } from './segments.ts';

export interface PeriodRequest {
  /** uuid */
  readonly chatbotId: string;
  /** uuid of the flow version whose nodes are wanted; null for none. */
  readonly versionId: string | null;
  readonly channel: string | undefined;
  readonly period: RecentDays;
}

export interface PeriodFigures {
  readonly current: readonly ChannelFigures[];
  readonly previous: readonly ChannelFigures[];
  /** One for each day of the period. */
  readonly daily: readonly DailyCounts[];
  readonly passes: readonly NodePasses[];
  /** Whether all is as the conversations are now. */
  readonly isUpToDate: boolean;
}

/**
 * Reads roll-ups, and counts live what they do not tell yet. Which quarters those are is read first: one that is rolled
 * up in the meantime is left out of what is read after.
 */
export async function readPeriod(ctx: CallContext, request: PeriodRequest): Promise<PeriodFigures> {
  const { chatbotId, versionId, channel, period } = request;
  const [start, end] = [period.previousFrom, period.bounds.at(-1) ?? period.previousFrom];
  const bounds = period.bounds.map(bound => bound.getTime());
  const [from = 0, to = 0] = [bounds[0], bounds.at(-1)];
  const { live, areMore } = await readStale(ctx, chatbotId, start, end);
  const liveNow = live.filter(quarter => quarter >= from);
  const cover = coverOf([start.getTime(), from, to], live);
  const segments = segmentsOf(bounds, cover.cutDays);
  const [kept, courses, counted, passes] = await Promise.all([
    readCountPieces(ctx, chatbotId, cover.pieces, channel),
    readCourses(ctx, chatbotId, segments, channel),
    countLive(ctx, chatbotId, live, channel),
    versionId === null ? [] : readPasses(ctx, { chatbotId, versionId, from, to, live: liveNow }),
  ]);
  const rows = [...kept.filter(within(start.getTime(), to, live)), ...counted];
  const isCurrent = (row: CountRow) => Date.parse(row.starts_at) >= from;
  // Of days that are read by their quarters, no course was read.
  const loose = [...kept.filter(({ grain }) => grain === 'quarter').filter(within(from, to, live)), ...counted];
  return {
    current: rows.filter(isCurrent),
    previous: rows.filter(row => !isCurrent(row)),
    daily: dailyOf(bounds, courses, loose.filter(isCurrent)),
    passes,
    isUpToDate: !areMore,
  };
}

async function readPasses(
  ctx: CallContext,
  request: { chatbotId: string; versionId: string; from: number; to: number; live: readonly number[] },
): Promise<NodePasses[]> {
  const { chatbotId, versionId, from, to, live } = request;
  const [kept, counted] = await Promise.all([
    readNodePieces(ctx, chatbotId, coverOf([from, to], live).pieces, versionId),
    passLive(ctx, chatbotId, live, versionId),
  ]);
  return [...kept.filter(within(from, to, live)).flatMap(({ passes }) => passes), ...counted];
}

/** Quarters of days that are cut may lie outside, or be counted live; days and months never. */
function within(from: number, to: number, live: readonly number[]): (row: PieceRow) => boolean {
  const isLive = new Set(live);
  return ({ starts_at }) => {
    const start = Date.parse(starts_at);
    return start >= from && start < to && !isLive.has(start);
  };
}

function dailyOf(
  bounds: readonly number[],
  courses: readonly (DailyCounts & { readonly index: number })[],
  loose: readonly CountRow[],
): DailyCounts[] {
  const days = bounds.slice(1).map(() => ({ views: 0, starts: 0, responses: 0, completions: 0 }));
  const add = (index: number, counts: DailyCounts): void => {
    const day = days[index];
    if (day !== undefined) for (const name of dailyNames) day[name] += counts[name];
  };
  for (const course of courses) add(course.index, course);
  for (const row of loose) add(dayIndexOf(bounds, Date.parse(row.starts_at)), row);
  return days;
}
