import { chatbotDirectory, chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import type { CallContext } from '@conferbot/plugin';
import { z } from 'zod';
import { type RecentDays, recentDays } from '../contract/recent-days.ts';
import { conversationStatuses } from '../contract.ts';
import { readMedianDurations, readTallies, type Tally, type TallyRow } from './cohort.ts';
import { rateOf, rounded } from './rate.ts';

const loose = z.looseObject({});

const figures = {
  totals: loose.describe('conversations, messages, byStatus {status: n} as it is now, byChannel {channel: n}.'),
  rates: loose.describe(
    'completion (to the end with an answer, of those where the visitor said something), handover (a person was called or took part, of all), containment (ended without a person, of all): each value, numerator, denominator, n, lowSample.',
  ),
  medianDurationSeconds: z.number().nullable().describe('First to last message, where the visitor said something.'),
  csat: loose.describe('Ratings of 4 and 5, of all ratings: like a rate, and average (1 to 5).'),
};

export const summaryOutput = z.object({
  chatbotId: chatbotIdType.output.describe('Id of the chatbot.'),
  days: z.int().describe('Days of the period, today included.'),
  timezone: z.string().describe('Zone of the days.'),
  from: z.iso.datetime().describe('Start of the period, UTC.'),
  to: z.iso.datetime().describe('End of today, UTC, not included.'),
  ...figures,
  daily: z.array(loose).describe('Every day, oldest first: date, conversations that started, completed, handovers.'),
  previousPeriod: loose.describe(
    'The same figures for as many days before, with from, to, changeInConversations (0.5: half as many more now).',
  ),
});

interface SummaryRequest {
  /** uuid */
  readonly chatbotId: string;
  readonly days: number;
  readonly timezone?: string | undefined;
}

/** Figures of the conversations that started in the last days, the current one included. @throws Fault `not_found` */
export async function summarize(
  ctx: CallContext,
  { chatbotId, days: count, timezone = ctx.workspace.timezone }: SummaryRequest,
): Promise<z.input<typeof summaryOutput>> {
  await ctx.use(chatbotDirectory).get(chatbotId);
  const period = recentDays(ctx.now(), count, timezone);
  const [rows, medians] = await Promise.all([
    readTallies(ctx, chatbotId, period),
    readMedianDurations(ctx, chatbotId, period),
  ]);
  const [from, to] = [period.bounds[0] as Date, period.bounds.at(-1) as Date];
  const current = figuresOf(rows, true, medians.current);
  const previous = figuresOf(rows, false, medians.previous);
  return {
    chatbotId: chatbotIdType.encode(chatbotId),
    days: count,
    timezone,
    from: from.toISOString(),
    to: to.toISOString(),
    ...current,
    daily: dailyOf(rows, period),
    previousPeriod: {
      from: period.previousFrom.toISOString(),
      to: from.toISOString(),
      ...previous,
      changeInConversations: change(previous.totals.conversations, current.totals.conversations),
    },
  };
}

const nothing: Tally = {
  conversations: 0,
  messages: 0,
  engaged: 0,
  completed: 0,
  handovers: 0,
  contained: 0,
  ratings: 0,
  satisfied: 0,
  rating_sum: 0,
};

function figuresOf(rows: readonly TallyRow[], isCurrent: boolean, median: number | null) {
  const own = rows.filter(row => row.is_current === isCurrent);
  const all = own.find(row => row.grouped_by === 'period') ?? nothing;
  const { conversations: n, messages, ratings } = all;
  const noStatus = conversationStatuses.map(status => [status, 0] as const);
  return {
    totals: {
      conversations: n,
      messages,
      byStatus: Object.fromEntries([...noStatus, ...countsBy(own, 'status')]),
      byChannel: Object.fromEntries(countsBy(own, 'channel')),
    },
    rates: {
      completion: rateOf(all.completed, all.engaged, n),
      handover: rateOf(all.handovers, n, n),
      containment: rateOf(all.contained, n, n),
    },
    medianDurationSeconds: median,
    csat: { ...rateOf(all.satisfied, ratings, n), average: ratings === 0 ? null : rounded(all.rating_sum / ratings) },
  };
}

function countsBy(rows: readonly TallyRow[], member: 'status' | 'channel'): (readonly [string, number])[] {
  return rows
    .filter(row => row.grouped_by === member)
    .sort((a, b) => b.conversations - a.conversations)
    .map(row => [row[member] ?? '', row.conversations]);
}

function dailyOf(rows: readonly TallyRow[], { days }: RecentDays) {
  const byDay = new Map(rows.filter(row => row.grouped_by === 'day').map(row => [row.day, row]));
  return days.map((date, index) => {
    const { conversations, completed, handovers } = byDay.get(index + 1) ?? nothing;
    return { date, conversations, completed, handovers };
  });
}

function change(before: number, now: number): number | null {
  return before === 0 ? null : rounded((now - before) / before);
}
