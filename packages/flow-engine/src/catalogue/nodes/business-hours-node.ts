import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { isTimeZone } from '../../engine/visitor-locale.ts';
import { isOpen, minuteOf, weekdayOf } from '../../values/business-hours.ts';
import { isCalendarDate } from '../../values/calendar-date.ts';
import { trueOrFalse } from '../branches.ts';
import { flag } from '../fields.ts';
import { type DataFinding, defineNodeType } from '../node-type.ts';
import { scalarText } from '../scalars.ts';

const time = z.string().max(20).default('');

const data = z.looseObject({
  timezone: z.string().max(100).default('UTC').describe('IANA zone of the hours, such as Europe/Berlin.'),
  excludeDays: z.array(z.string().max(20)).max(50).default([]).describe('Week days that are closed: English names.'),
  excludeDates: z.array(z.string().max(20)).max(1_000).default([]).describe('Dates that are closed: yyyy-MM-dd.'),
  weeklyHours: z
    .array(
      z.looseObject({
        dayName: scalarText(20).default('').describe('English name of the day, such as Monday.'),
        available: flag(true).describe('Off: closed, whatever the slots say.'),
        slots: z
          .array(
            z.looseObject({
              start: time.describe('HH:mm'),
              end: time.describe('HH:mm, 24:00 for midnight; at or before the start: on the next day.'),
            }),
          )
          .max(50)
          .default([])
          .describe('Times that are open; none on an available day: open all day.'),
      }),
    )
    .max(50)
    .default([])
    .describe('Hours of each day; a day that is not listed is closed.'),
});

type BusinessHours = z.infer<typeof data>;

export const businessHoursNode = defineNodeType({
  type: 'business-hours-node',
  group: 'logic',
  title: 'Business hours',
  summary: 'Goes one way during business hours and another outside of them.',
  data,
  aliases: { timezone: ['timeZone'] },
  example: {
    timezone: 'Europe/Berlin',
    excludeDays: ['Sunday'],
    excludeDates: ['2026-12-25'],
    weeklyHours: [{ dayName: 'Monday', available: true, slots: [{ start: '09:00', end: '17:00' }] }],
  },
  handles: () => trueOrFalse({ label: 'open', synonyms: ['open'] }, { label: 'closed', synonyms: ['closed'] }),
  check,
  enter: (schedule, call) => leave(isOpen(schedule, call.now) ? 'source-0' : 'source-1'),
});

function check({ timezone, excludeDays, excludeDates, weeklyHours }: BusinessHours): DataFinding[] {
  return [
    ...(isTimeZone(timezone) ? [] : [bad('/timezone', `There is no time zone "${timezone}"; UTC would be used.`)]),
    ...excludeDays.flatMap((day, index) => checkDay(day, `/excludeDays/${index}`)),
    ...excludeDates.flatMap((date, index) => checkDate(date, `/excludeDates/${index}`)),
    ...weeklyHours.flatMap(({ dayName, slots }, index) => [
      ...checkDay(dayName, `/weeklyHours/${index}/dayName`),
      ...slots.flatMap(({ start, end }, slot) => [
        ...checkTime(start, `/weeklyHours/${index}/slots/${slot}/start`),
        ...checkTime(end, `/weeklyHours/${index}/slots/${slot}/end`),
      ]),
    ]),
  ];
}

function checkDay(day: string, pointer: string): DataFinding[] {
  return weekdayOf(day) === undefined ? [bad(pointer, `"${day}" is not the English name of a day.`)] : [];
}

function checkDate(date: string, pointer: string): DataFinding[] {
  return isCalendarDate(date.trim()) ? [] : [bad(pointer, `"${date}" is not a date in the form yyyy-MM-dd.`)];
}

function checkTime(text: string, pointer: string): DataFinding[] {
  return minuteOf(text) === undefined ? [bad(pointer, `"${text}" is not a time in the form HH:mm.`)] : [];
}

function bad(pointer: string, message: string): DataFinding {
  return { code: 'BAD_NODE_DATA', pointer, message };
}
