/** Attempts after which an event is given up: about 14 hours in all. */
export const mostAttempts = 15;

const firstSeconds = 1;
const longestSeconds = 2 * 60 * 60;

/** Seconds until the next attempt, after `attempts` failures: doubling from 1 s to 2 h, with up to a quarter of jitter. */
export function backoffSeconds(attempts: number, random: () => number = Math.random): number {
  const base = Math.min(longestSeconds, firstSeconds * 2 ** (attempts - 1));
  return base * (1 + random() / 4);
}
