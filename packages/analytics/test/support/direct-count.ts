import { expect } from 'vitest';
import type { Conversation } from './analytics-bed.ts';
import type { Totals } from './report.ts';

const overStatuses = ['completed', 'abandoned', 'failed', 'closed'];

/** The same figures by another way: conversation by conversation, by the calendar of Intl. */
export function directCount(
  all: readonly Conversation[],
  { now, days, timezone }: { readonly now: number; readonly days: number; readonly timezone: string },
) {
  const dates = daysUpTo(now, 2 * days, timezone);
  const [earlier, current] = [new Set(dates.slice(0, days)), dates.slice(days)];
  const of = (wanted: ReadonlySet<string>) => all.filter(({ at }) => wanted.has(dateOf(at, timezone)));
  const now_ = of(new Set(current));
  const before = of(earlier);
  return {
    totals: totals(now_),
    rates: rates(now_),
    daily: current.map(date => ({ date, ...totals(all.filter(({ at }) => dateOf(at, timezone) === date)) })),
    previousPeriod: { totals: totals(before), rates: rates(before) },
    provisional: now_.some(({ status }) => !overStatuses.includes(status)),
  };
}

export function totals(some: readonly Conversation[]): Totals {
  return {
    views: some.length,
    starts: some.filter(hasBegun).length,
    responses: some.filter(({ answered }) => answered).length,
    completions: some.filter(({ answered, status }) => answered && status === 'completed').length,
  };
}

function rates(some: readonly Conversation[]) {
  const { views, starts, responses, completions } = totals(some);
  const count = (is: (entry: Conversation) => boolean) => some.filter(is).length;
  const isOver = ({ status }: Conversation) => overStatuses.includes(status);
  const rated = some.flatMap(({ rating }) => rating ?? []);
  return {
    startRate: rate(starts, views),
    responseRate: rate(responses, starts),
    completionRate: rate(completions, starts),
    abandonmentRate: rate(
      count(entry => hasBegun(entry) && entry.status === 'abandoned'),
      starts,
    ),
    handoverRate: rate(
      count(({ handedOver }) => handedOver),
      views,
    ),
    containmentRate: rate(
      count(entry => isOver(entry) && !entry.handedOver),
      views,
    ),
    csat: rate(rated.filter(rating => rating >= 4).length, rated.length),
  };
}

function hasBegun({ spoke, answered }: Conversation): boolean {
  return spoke || answered;
}

function rate(numerator: number, denominator: number) {
  const value = denominator === 0 ? null : expect.closeTo(numerator / denominator, 4);
  return { numerator, denominator, value, lowSample: denominator < 20 };
}

export function dateOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

export function daysUpTo(now: number, count: number, timezone: string): string[] {
  const [year = 0, month = 0, date = 0] = dateOf(now, timezone).split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - 1, date + index + 1 - count)).toISOString().slice(0, 10),
  );
}
