import { invalidArgument } from '@conferbot/plugin';
import { z } from 'zod';
import { addDays, startOfDay } from './days.ts';
import { instantOf } from './instant-of.ts';
import { isTimeZone } from './zone-offset.ts';

const date = z.iso.date();
const dateTime = z.iso.datetime({ offset: true, local: true });
const moment = z.string().refine(text => date.safeParse(text).success || dateTime.safeParse(text).success, {
  error: 'Expected a date such as 2026-03-29, or a date and time such as 2026-03-29T09:30:00Z.',
});

export const timeZoneField = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'Expected the name of a time zone, such as Europe/Berlin.' })
  .optional()
  .describe('IANA name.');

/** Input fields of lists that can be cut to a time. */
export const dateRangeFields = {
  startDate: moment.optional().describe('Date or date-time.'),
  endDate: moment.optional().describe('Until then; a date is included.'),
  timezone: timeZoneField,
};

interface DateRangeInput {
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  readonly timezone?: string | undefined;
}

/** A half-open range of time. */
export interface DateRange {
  readonly from: Date;
  readonly to: Date;
}

/** What a store can keep and a clock can show. */
const earliest = 0;
const latest = Date.UTC(9999, 11, 31);

/**
 * Reads what a caller gave; what was left out is open.
 *
 * @throws Fault `invalid_argument` when the end comes before the start
 */
export function dateRange(
  { startDate, endDate, timezone }: DateRangeInput,
  workspace: { readonly timezone: string },
): DateRange {
  const zone = timezone ?? workspace.timezone;
  const from = startDate === undefined ? earliest : startOf(startDate, zone);
  const to = endDate === undefined ? latest : endOf(endDate, zone);
  if (to < from || (to === from && startDate !== endDate)) {
    throw invalidArgument('endDate', 'endDate does not lie after startDate.', 'Swap them, or leave one out.');
  }
  return { from: bounded(from), to: bounded(to) };
}

function startOf(text: string, zone: string): number {
  return date.safeParse(text).success ? startOfDay(text, zone) : momentOf(text, zone);
}

function endOf(text: string, zone: string): number {
  return date.safeParse(text).success ? startOfDay(addDays(text, 1), zone) : momentOf(text, zone);
}

function momentOf(text: string, zone: string): number {
  const isLocal = z.iso.datetime({ local: true }).safeParse(text).success && !text.endsWith('Z');
  return isLocal ? instantOf(Date.parse(`${text}Z`), zone) : Date.parse(text);
}

function bounded(epochMs: number): Date {
  return new Date(Math.min(Math.max(epochMs, earliest), latest));
}
