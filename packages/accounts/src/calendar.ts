/** A calendar month in UTC. */
export interface Month {
  /** Its first day, `2026-11-01`. */
  readonly firstDay: string;
  /** Milliseconds since the epoch. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The day (UTC) of a moment in milliseconds since the epoch: `2026-11-22`. */
export function dayOf(millis: number): string {
  return new Date(millis).toISOString().slice(0, 10);
}

/** The month (UTC) of a moment in milliseconds since the epoch. */
export function monthOf(millis: number): Month {
  const date = new Date(millis);
  const startsAt = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const endsAt = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return { firstDay: dayOf(startsAt), startsAt, endsAt };
}
