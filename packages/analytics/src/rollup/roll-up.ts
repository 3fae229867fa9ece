import type { CallContext } from '@conferbot/plugin';
import { replaceCourses } from './day-courses.ts';
import { sumFigures, sumPasses } from './figures.ts';
import { type CountRow, type NodeRow, readCounts, readNodes, replaceRollups } from './rollup-store.ts';
import { dayMs, monthOf } from './span.ts';

/** Makes days of their quarters, and months of their days. */
export async function rollUp(
  ctx: CallContext,
  chatbotId: string,
  grain: 'day' | 'month',
  starts: readonly number[],
): Promise<void> {
  const counts: CountRow[] = [];
  const nodes: NodeRow[] = [];
  const parts = grain === 'day' ? 'quarter' : 'day';
  for (const start of starts) {
    const span = [start, grain === 'day' ? start + dayMs : monthOf(start, 1)] as const;
    const starts_at = new Date(start).toISOString();
    const finer = await readCounts(ctx, chatbotId, parts, span);
    for (const [channel, rows] of Map.groupBy(finer, row => row.channel)) {
      counts.push({ starts_at, channel, ...sumFigures(rows) });
    }
    const finerNodes = await readNodes(ctx, chatbotId, parts, span);
    for (const [flow_version_id, rows] of Map.groupBy(finerNodes, row => row.flow_version_id)) {
      nodes.push({ starts_at, flow_version_id, passes: sumPasses(rows.flatMap(({ passes }) => passes)) });
    }
    if (grain === 'day') await replaceCourses(ctx, chatbotId, start, finer);
  }
  await replaceRollups(ctx, chatbotId, { grain, starts, counts, nodes });
}
