import { describe, expect, it, test } from 'vitest';
import { isOpen, minuteOf, type Schedule, weekdayOf } from '../../src/values/business-hours.ts';
import { zonedTime } from '../../src/values/zoned-time.ts';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const closed: Schedule = { timezone: 'UTC', excludeDays: [], excludeDates: [], weeklyHours: [] };

function daily(...slots: [string, string][]): Pick<Schedule, 'weeklyHours'> {
  const times = slots.map(([start, end]) => ({ start, end }));
  return { weeklyHours: days.map(dayName => ({ dayName, available: true, slots: times })) };
}

const openAt = (schedule: Partial<Schedule>, time: string) => isOpen({ ...closed, ...schedule }, Date.parse(time));

describe('business hours', () => {
  it('hold the start of a slot and not its end', () => {
    const schedule = daily(['09:00', '17:00']);
    expect(openAt(schedule, '2026-03-02T08:59:59.999Z')).toBe(false);
    expect(openAt(schedule, '2026-03-02T09:00:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-02T16:59:59.999Z')).toBe(true);
    expect(openAt(schedule, '2026-03-02T17:00:00Z')).toBe(false);
  });

  it('are closed on a day that is not listed, or is not available', () => {
    const monday = { dayName: 'Monday', slots: [{ start: '00:00', end: '24:00' }] };
    expect(openAt({ weeklyHours: [{ ...monday, available: true }] }, '2026-03-02T12:00:00Z')).toBe(true);
    expect(openAt({ weeklyHours: [{ ...monday, available: true }] }, '2026-03-03T00:00:00Z')).toBe(false);
    expect(openAt({ weeklyHours: [{ ...monday, available: false }] }, '2026-03-02T12:00:00Z')).toBe(false);
    expect(openAt({}, '2026-03-02T12:00:00Z')).toBe(false);
  });

  it('last all day where an available day has no slots', () => {
    const schedule = { weeklyHours: [{ dayName: 'mon', available: true, slots: [] }] };
    expect(openAt(schedule, '2026-03-02T00:00:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-02T23:59:59Z')).toBe(true);
    expect(openAt(schedule, '2026-03-03T00:00:00Z')).toBe(false);
  });

  it('go on over midnight on the day that follows, whatever that day says itself', () => {
    const schedule = {
      weeklyHours: [{ dayName: 'Friday', available: true, slots: [{ start: '22:00', end: '02:00' }] }],
    };
    expect(openAt(schedule, '2026-03-06T21:59:00Z')).toBe(false);
    expect(openAt(schedule, '2026-03-06T23:00:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-07T01:59:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-07T02:00:00Z')).toBe(false);
    expect(openAt(schedule, '2026-03-06T01:00:00Z')).toBe(false);
  });

  it('last a whole day where a slot ends when it starts', () => {
    const schedule = {
      weeklyHours: [{ dayName: 'Friday', available: true, slots: [{ start: '06:00', end: '06:00' }] }],
    };
    expect(openAt(schedule, '2026-03-06T06:00:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-07T05:59:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-07T06:00:00Z')).toBe(false);
  });

  it('are closed from midnight to midnight of an excluded day, with the night that would have begun on it', () => {
    const nights = daily(['22:00', '02:00']);
    const schedule = { ...nights, excludeDates: ['2026-03-04'] };
    expect(openAt(schedule, '2026-03-03T23:00:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-04T01:00:00Z')).toBe(false);
    expect(openAt(schedule, '2026-03-04T23:00:00Z')).toBe(false);
    expect(openAt(schedule, '2026-03-05T01:00:00Z')).toBe(false);
    expect(openAt(schedule, '2026-03-05T23:00:00Z')).toBe(true);
    expect(openAt({ ...nights, excludeDays: ['wed'] }, '2026-03-04T23:00:00Z')).toBe(false);
  });

  it('exclude dates as the calendar of their zone has them', () => {
    const schedule = { ...daily(['00:00', '24:00']), timezone: 'Asia/Kolkata', excludeDates: ['2026-03-04'] };
    expect(openAt(schedule, '2026-03-03T18:29:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-03T18:30:00Z')).toBe(false);
    expect(openAt(schedule, '2026-03-04T18:30:00Z')).toBe(true);
  });

  it('keep to the clock on the wall when it is changed', () => {
    const schedule = { ...daily(['09:00', '17:00']), timezone: 'Europe/Berlin' };
    expect(openAt(schedule, '2026-03-28T08:00:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-28T07:00:00Z')).toBe(false);
    expect(openAt(schedule, '2026-03-29T07:00:00Z')).toBe(true);
    expect(openAt(schedule, '2026-03-29T15:00:00Z')).toBe(false);
  });

  it('pass over a slot that cannot be read, and read an unknown zone as UTC', () => {
    expect(openAt(daily(['9 am', '17:00'], ['18:00', '19:00']), '2026-03-02T12:00:00Z')).toBe(false);
    expect(openAt({ ...daily(['12:00', '13:00']), timezone: 'Mars/Olympus' }, '2026-03-02T12:00:00Z')).toBe(true);
  });

  test.each([
    ['Monday', 1],
    ['sunday', 0],
    ['SAT', 6],
    ['Tues', 2],
    ['thu.', 4],
    ['we', 3],
    ['s', undefined],
    ['', undefined],
    ['Montag', undefined],
  ])('%j is day %s of the week', (name, weekday) => {
    expect(weekdayOf(name)).toBe(weekday);
  });

  test.each([
    ['09:30', 570],
    ['9:30', 570],
    ['09:30:59', 570],
    ['00:00', 0],
    ['24:00', 1_440],
    ['24:01', undefined],
    ['12:60', undefined],
    ['9', undefined],
    ['-1:00', undefined],
    ['', undefined],
  ])('%j is minute %s of the day', (time, minute) => {
    expect(minuteOf(time)).toBe(minute);
  });
});

describe('business hours minute by minute across a change of the clock', () => {
  const schedule: Omit<Schedule, 'timezone'> = {
    excludeDays: ['thu'],
    excludeDates: [],
    weeklyHours: [
      { dayName: 'Saturday', available: true, slots: [{ start: '22:15', end: '02:30' }] },
      {
        dayName: 'Sunday',
        available: true,
        slots: [
          { start: '01:45', end: '03:10' },
          { start: '23:30', end: '24:00' },
        ],
      },
      { dayName: 'Monday', available: true, slots: [{ start: '20:00', end: '04:00' }] },
      { dayName: 'Wednesday', available: true, slots: [{ start: '23:00', end: '01:00' }] },
    ],
  };
  /** The same, counted out by hand: `[day, from, to)` in minutes. */
  const openMinutes: readonly [day: number, from: number, to: number][] = [
    [6, 22 * 60 + 15, 24 * 60],
    [0, 0, 2 * 60 + 30],
    [0, 60 + 45, 3 * 60 + 10],
    [0, 23 * 60 + 30, 24 * 60],
    [1, 20 * 60, 24 * 60],
    [2, 0, 4 * 60],
    [3, 23 * 60, 24 * 60],
  ];

  test.each([
    ['Europe/Berlin', '2026-03-28T12:00:00Z'],
    ['Europe/Berlin', '2026-10-24T12:00:00Z'],
    ['America/New_York', '2026-03-07T12:00:00Z'],
    ['America/New_York', '2026-10-31T12:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T00:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T00:00:00Z'],
    ['Asia/Kolkata', '2026-03-28T12:00:00Z'],
  ])('%s from %s', (timezone, from) => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
    const differences: string[] = [];
    let open = 0;
    for (let at = Date.parse(from), end = at + 6 * 86_400_000; at < end; at += 60_000) {
      const wall = clock.format(at);
      const day = new Date(`${wall.slice(0, 10)}T00:00:00Z`).getUTCDay();
      const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
      const expected = openMinutes.some(([on, start, stop]) => on === day && start <= minute && minute < stop);
      if (expected) open++;
      if (isOpen({ ...schedule, timezone }, at) !== expected) differences.push(wall);
    }
    expect(differences).toEqual([]);
    expect(open).toBeGreaterThan(600);
  });
});

describe('the time of a zone', () => {
  test.each([
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', { date: '2026-03-29', weekday: 0, minute: 119 }],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', { date: '2026-03-29', weekday: 0, minute: 180 }],
    ['2026-12-31T18:30:00Z', 'Asia/Kolkata', { date: '2027-01-01', weekday: 5, minute: 0 }],
    ['2026-01-01T02:00:00Z', 'America/New_York', { date: '2025-12-31', weekday: 3, minute: 1_260 }],
  ])('%s in %s', (time, timeZone, expected) => {
    expect(zonedTime(Date.parse(time), timeZone)).toEqual(expected);
  });

  it('is right also when more zones were asked for than are remembered', () => {
    for (const zone of Intl.supportedValuesOf('timeZone').slice(0, 150)) zonedTime(0, zone);
    expect(zonedTime(0, 'Asia/Kolkata').minute).toBe(330);
  });
});
