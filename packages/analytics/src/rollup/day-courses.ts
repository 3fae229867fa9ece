import type { CallContext } from '@conferbot/plugin';
import type { CountRow } from './rollup-store.ts';
import { quarterMs, quartersOfDay } from './span.ts';

/** What is told day by day. */
export const dailyNames = ['views', 'starts', 'responses', 'completions'] as const;

export type DailyCounts = Readonly<Record<(typeof dailyNames)[number], number>>;

/** Writes how a day went, from its quarters. */
export async function replaceCourses(
  ctx: CallContext,
  chatbotId: string,
  day: number,
  quarters: readonly CountRow[],
): Promise<void> {
  const startsAt = new Date(day);
  await ctx.sql`delete from day_courses where chatbot_id = ${chatbotId} and starts_at = ${startsAt}`;
  for (const [channel, rows] of Map.groupBy(quarters, row => row.channel)) {
    const [views, starts, responses, completions] = dailyNames.map(name => courseOf(day, rows, name));
    await ctx.sql`
      insert into day_courses (workspace_id, chatbot_id, starts_at, channel, views, starts, responses, completions)
      values (${ctx.workspace.id}, ${chatbotId}, ${startsAt}, ${channel}, ${views ?? []}, ${starts ?? []},
        ${responses ?? []}, ${completions ?? []})`;
  }
}

/** The count before each quarter, and at the end of the day. */
function courseOf(day: number, rows: readonly CountRow[], name: keyof DailyCounts): number[] {
  const counts = new Map(rows.map(row => [(Date.parse(row.starts_at) - day) / quarterMs, row[name]]));
  let sum = 0;
  const grown = Array.from({ length: quartersOfDay }, (_, quarter) => {
    sum += counts.get(quarter) ?? 0;
    return sum;
  });
  return [0, ...grown];
}

/** A part of a day (UTC), by its quarters, that belongs to one of the days that are told. */
export interface DaySegment {
  readonly day: number;
  readonly since: number;
  readonly until: number;
  /** Place of the day that it belongs to. */
  readonly index: number;
}

/** Day by day along the index, whatever a planner knows of the table. */
export function readCourses(
  ctx: CallContext,
  chatbotId: string,
  segments: readonly DaySegment[],
  channel: string | undefined,
): Promise<(DailyCounts & { readonly index: number })[]> {
  return ctx.sql<DailyCounts & { readonly index: number }>`
    select segment.index,
      sum(course.views[segment.until + 1] - course.views[segment.since + 1])::int as views,
      sum(course.starts[segment.until + 1] - course.starts[segment.since + 1])::int as starts,
      sum(course.responses[segment.until + 1] - course.responses[segment.since + 1])::int as responses,
      sum(course.completions[segment.until + 1] - course.completions[segment.since + 1])::int as completions
    from unnest(${segments.map(({ day }) => new Date(day))}::timestamptz[], ${segments.map(({ since }) => since)}::int[],
      ${segments.map(({ until }) => until)}::int[], ${segments.map(({ index }) => index)}::int[])
      as segment(day, since, until, index)
    cross join lateral (
      select * from day_courses c where c.chatbot_id = ${chatbotId} and c.starts_at = segment.day offset 0) as course
    where ${channel ?? null}::text is null or course.channel = ${channel ?? null}
    group by segment.index`;
}
