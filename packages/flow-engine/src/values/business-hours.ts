import { dateAfter } from './calendar-date.ts';
import { type ZonedTime, zonedTime } from './zoned-time.ts';

/** When somebody is there. */
export interface Schedule {
  /** IANA zone of all days and times; an unknown one is read as UTC. */
  readonly timezone: string;
  /** Names of week days that are closed whatever the weekly hours say. */
  readonly excludeDays: readonly string[];
  /** yyyy-MM-dd */
  readonly excludeDates: readonly string[];
  readonly weeklyHours: readonly OpenDay[];
}

export interface OpenDay {
  readonly dayName: string;
  readonly available: boolean;
  /** None on an available day: open all day. */
  readonly slots: readonly { readonly start: string; readonly end: string }[];
}

const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const minutesOfDay = 24 * 60;

/**
 * Whether a schedule is open at a time. Clock times are those on the wall, before and after a change of the clock.
 * A slot holds its start and not its end; one that ends at or before its start runs over midnight into the next day
 * and belongs to the day on which it starts. A day that is excluded is closed from midnight to midnight, together with
 * what would have started on it. A day without hours is closed.
 */
export function isOpen(schedule: Schedule, epochMs: number): boolean {
  const today = zonedTime(epochMs, schedule.timezone);
  if (isExcluded(schedule, today)) return false;
  if (slotsOf(schedule, today).some(([start, end]) => start <= today.minute && today.minute < end)) return true;
  const yesterday = dayBefore(today);
  if (isExcluded(schedule, yesterday)) return false;
  return slotsOf(schedule, yesterday).some(([, end]) => today.minute + minutesOfDay < end);
}

/** 0 for Sunday, by an English name in any case or its first letters, two at least. */
export function weekdayOf(name: string): number | undefined {
  const wanted = name.trim().toLowerCase().replace(/\.$/, '');
  const index = wanted.length < 2 ? -1 : dayNames.findIndex(dayName => dayName.startsWith(wanted));
  return index === -1 ? undefined : index;
}

/** Minutes since midnight of a time such as 09:30; 24:00 is the end of the day. */
export function minuteOf(time: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(time.trim()) ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= minutesOfDay ? minutes : undefined;
}

function isExcluded({ excludeDays, excludeDates }: Schedule, { date, weekday }: ZonedTime): boolean {
  return excludeDates.some(excluded => excluded.trim() === date) || excludeDays.some(day => weekdayOf(day) === weekday);
}

function dayBefore({ date, weekday, minute }: ZonedTime): ZonedTime {
  return { date: dateAfter(date, -1), weekday: (weekday + 6) % 7, minute };
}

/** Start and end of each slot, in minutes since the midnight before its start. */
function slotsOf({ weeklyHours }: Schedule, { weekday }: ZonedTime): [number, number][] {
  return weeklyHours
    .filter(day => day.available && weekdayOf(day.dayName) === weekday)
    .flatMap(({ slots }) => (slots.length === 0 ? [{ start: '00:00', end: '24:00' }] : slots))
    .flatMap(slot => {
      const start = minuteOf(slot.start);
      const end = minuteOf(slot.end);
      if (start === undefined || end === undefined) return [];
      return [[start, end <= start ? end + minutesOfDay : end] satisfies [number, number]];
    });
}
