import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dateRange, dateRangeFields } from '../../src/contract/date-range.ts';

const input = z.object(dateRangeFields);

function range(given: z.input<typeof input>, timezone = 'UTC') {
  const { from, to } = dateRange(input.parse(given), { timezone });
  return [from.toISOString(), to.toISOString()];
}

describe('a range of dates', () => {
  it.each([
    ['UTC', '2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-30T00:00:00.000Z'],
    // 23 hours: the clocks go forward that night.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    // 25 hours: they go back.
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['Asia/Kathmandu', '2026-05-01', '2026-04-30T18:15:00.000Z', '2026-05-01T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z', '2026-01-01T10:00:00.000Z'],
    // There is no midnight: clocks go from 23:59 to 1:00.
    ['Africa/Cairo', '2025-04-25', '2025-04-24T22:00:00.000Z', '2025-04-25T21:00:00.000Z'],
    // There are two midnights: clocks go from 0:59 back to 0:00.
    ['America/Havana', '2025-11-02', '2025-11-02T04:00:00.000Z', '2025-11-03T05:00:00.000Z'],
    // Clocks go from 24:00 back to 23:00 the evening before.
    ['America/Santiago', '2026-04-05', '2026-04-05T04:00:00.000Z', '2026-04-06T04:00:00.000Z'],
    // The day was left out.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', '2011-12-30T10:00:00.000Z'],
  ])('in %s covers the whole of %s', (timezone, day, from, to) => {
    expect(range({ startDate: day, endDate: day, timezone })).toEqual([from, to]);
  });

  it('is of the workspace where no zone is named, and of the zone where one is', () => {
    expect(range({ startDate: '2026-07-01' }, 'Asia/Tokyo')[0]).toBe('2026-06-30T15:00:00.000Z');
    expect(range({ startDate: '2026-07-01', timezone: 'UTC' }, 'Asia/Tokyo')[0]).toBe('2026-07-01T00:00:00.000Z');
  });

  it('ends right before a date-time, in the zone that it names', () => {
    expect(
      range({ startDate: '2026-07-01T10:00:00+02:00', endDate: '2026-07-01T09:30:00.5Z', timezone: 'Asia/Tokyo' }),
    ).toEqual(['2026-07-01T08:00:00.000Z', '2026-07-01T09:30:00.500Z']);
  });

  it.each([
    ['2026-07-01T10:00:00', '2026-07-01T08:00:00.000Z'],
    ['2026-07-01T10:00', '2026-07-01T08:00:00.000Z'],
    // Skipped: the clocks show 3:00 next.
    ['2026-03-29T02:30:00', '2026-03-29T01:00:00.000Z'],
    // Shown twice: the first.
    ['2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
  ])('reads %s without a zone by the clocks of the range', (startDate, from) => {
    expect(range({ startDate, timezone: 'Europe/Berlin' })[0]).toBe(from);
  });

  it('is open where nothing is said, and stays within what a store can keep', () => {
    const all = range({});
    expect(all).toEqual(['1970-01-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z']);
    expect(range({ startDate: '0001-01-01', endDate: '9999-12-31', timezone: 'Asia/Tokyo' })).toEqual(all);
  });

  it.each([
    ['2026-07-02', '2026-06-30'],
    ['2026-07-02', '2026-07-01'],
    ['2026-07-02T10:00:00Z', '2026-07-02T12:00:00+02:00'],
  ])('from %s to %s has nothing in it and is refused', (startDate, endDate) => {
    expect(() => range({ startDate, endDate })).toThrow('endDate does not lie after startDate.');
  });

  it.each([
    { startDate: 'yesterday' },
    { startDate: '2026-02-30' },
    { startDate: '2026-7-1' },
    { endDate: '2026-07-01T25:00:00Z' },
    { startDate: '01/07/2026' },
    { timezone: 'Europe/Atlantis' },
    { timezone: '+02:00' },
    { timezone: '' },
  ])('refuses %j', given => {
    expect(input.safeParse(given).success).toBe(false);
  });
});
