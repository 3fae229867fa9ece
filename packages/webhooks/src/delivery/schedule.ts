/** Seconds before the second, third … eighth attempt, on average. */
const pauses = [10, 60, 5 * 60, 30 * 60, 2 * 60 * 60, 6 * 60 * 60, 12 * 60 * 60];
const shortestMs = 1000;
const longestRetryAfterMs = 24 * 60 * 60_000;

/**
 * Milliseconds before the next attempt; undefined when there is none. Full jitter: anywhere from nothing to twice the
 * pause, so that what failed together does not come back together.
 *
 * @param failures attempts that have failed, this one included
 * @param random from 0 to 1
 */
export function pauseAfter(failures: number, random: number): number | undefined {
  const seconds = pauses[failures - 1];
  return seconds === undefined ? undefined : Math.max(shortestMs, Math.round(seconds * 2000 * random));
}

/** How long a `Retry-After`, in seconds or as a date, asks to wait, in milliseconds and within bounds. */
export function retryAfterMs(header: string | null, now: Date): number {
  if (header === null) return 0;
  const text = header.trim();
  const wanted = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isNaN(wanted) ? 0 : Math.min(Math.max(wanted, 0), longestRetryAfterMs);
}
