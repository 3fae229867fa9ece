import { describe, expect, it } from 'vitest';
import { recentDays } from '../../src/contract/recent-days.ts';

const hours = (from: Date | undefined, to: Date | undefined) => (Number(to) - Number(from)) / 3_600_000;

describe('the last days', () => {
  it('end with the day that the zone has now', () => {
    const now = new Date('2026-07-01T22:30:00Z');
    expect(recentDays(now, 3, 'Europe/Berlin').days).toEqual(['2026-06-30', '2026-07-01', '2026-07-02']);
    expect(recentDays(now, 3, 'UTC').days).toEqual(['2026-06-29', '2026-06-30', '2026-07-01']);
    expect(recentDays(now, 1, 'America/Los_Angeles').days).toEqual(['2026-07-01']);
  });

  it('are as long as the clocks make them, one after the other', () => {
    const { days, bounds, previousFrom } = recentDays(new Date('2026-03-30T12:00:00Z'), 3, 'Europe/Berlin');
    expect(days).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect(bounds.slice(1).map((end, index) => hours(bounds[index], end))).toEqual([24, 23, 24]);
    expect(previousFrom.toISOString()).toBe('2026-03-24T23:00:00.000Z');
  });

  it('cover a year, and the year before', () => {
    const { days, bounds, previousFrom } = recentDays(new Date('2026-11-22T12:00:00Z'), 365, 'America/New_York');
    expect([days.length, bounds.length, new Set(days).size]).toEqual([365, 366, 365]);
    expect(days[0]).toBe('2025-11-23');
    expect(previousFrom.toISOString()).toBe('2024-11-23T05:00:00.000Z');
  });
});
