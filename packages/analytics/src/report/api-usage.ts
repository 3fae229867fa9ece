import { usageReport } from '@conferbot/accounts/contract';
import type { CallContext } from '@conferbot/plugin';
import { z } from 'zod';

const loose = z.looseObject({});

export const usageOutput = z.object({
  month: z.string().describe('Calendar month, UTC: 2026-11.'),
  plan: z.string().describe('Plan of the workspace.'),
  quota: z.int().nullable().describe('Calls a month; null: unlimited.'),
  used: z.int().describe('Calls so far.'),
  remaining: z.int().nullable().describe('Calls left; null: unlimited.'),
  resetsAt: z.iso.datetime().describe('When the next month starts, UTC.'),
  daily: z.array(loose).describe('Every day so far, oldest first: date, calls.'),
  byTool: z.array(loose).describe('Tools and protocol methods, most called first: tool, calls.'),
});

export async function apiUsage(ctx: CallContext): Promise<z.input<typeof usageOutput>> {
  const { daily, byTool, ...usage } = await ctx.use(usageReport).currentMonth();
  return { ...usage, daily: daily.map(day => ({ ...day })), byTool: byTool.map(tool => ({ ...tool })) };
}
