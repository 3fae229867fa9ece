import type { Database } from '@conferbot/runtime';
import { type Month, monthOf } from '../calendar.ts';
import type { Clock } from '../clock.ts';
import { grantStatements, openMonthStatement, readGrant } from './month-statements.ts';

/** Milliseconds for which "used up" is believed, before the database is asked again. */
const exhaustedFor = 1000;
/** Milliseconds after which an unused workspace gives its calls back. */
const idleAfter = 60_000;

/** Calls of one month that this process may hand out without asking. */
interface Share {
  month: Month;
  left: number;
  /** Calls that all processes were granted, when last asked. */
  granted: number;
  usedAt: number;
  /** Until when, and for which quota, the month is known to be used up. */
  exhausted: { readonly until: number; readonly quota: number } | undefined;
  refill: Promise<void> | undefined;
}

/** Calls that go back to a month. */
export interface UnusedCalls {
  readonly workspaceId: string;
  readonly month: string;
  readonly calls: number;
}

/**
 * The calls that plans include each month. The database grants them to processes in small lots, never more than
 * the quota in sum, so that most calls are admitted from memory and yet exactly as many as the plan includes.
 */
export class MonthQuota {
  readonly #database: () => Database;
  readonly #clock: Clock;
  readonly #onUnused: (unused: UnusedCalls) => void;
  readonly #shares = new Map<string, Share>();

  /** @param onUnused Takes the calls that this process will not use. */
  constructor(database: () => Database, clock: Clock, onUnused: (unused: UnusedCalls) => void) {
    this.#database = database;
    this.#clock = clock;
    this.#onUnused = onUnused;
  }

  /** Takes one call, from memory if it can: calls left this month, or undefined when the month is used up. */
  take(workspaceId: string, quota: number): number | undefined | Promise<number | undefined> {
    const share = this.#shareOf(workspaceId);
    share.usedAt = this.#clock.ticks();
    if (share.left > 0) return takeFrom(share, quota);
    if (this.#isExhausted(share, quota)) return undefined;
    return this.#takeAfterRefill(workspaceId, quota);
  }

  async #takeAfterRefill(workspaceId: string, quota: number): Promise<number | undefined> {
    for (;;) {
      const share = this.#shareOf(workspaceId);
      if (share.left > 0) return takeFrom(share, quota);
      if (this.#isExhausted(share, quota)) return undefined;
      share.refill ??= this.#refill(workspaceId, share, quota).finally(() => {
        share.refill = undefined;
      });
      await share.refill;
    }
  }

  /** Gives one call back that was taken in `month` and not made. */
  giveBack(workspaceId: string, month: string): void {
    const share = this.#shares.get(workspaceId);
    if (share?.month.firstDay === month) share.left++;
    else this.#onUnused({ workspaceId, month, calls: 1 });
  }

  /** What is left of the month, as far as this process knows; the whole quota before the first call. */
  remaining(workspaceId: string, quota: number): number {
    const share = this.#shares.get(workspaceId);
    if (share === undefined || share.month.endsAt <= this.#clock.now()) return quota;
    return remainingOf(share, quota);
  }

  /** Gives back what workspaces hold that made no call for a minute; with `all`, what any holds. */
  release(all = false): void {
    const idleSince = this.#clock.ticks() - idleAfter;
    for (const [workspaceId, share] of this.#shares) {
      if (share.refill !== undefined || (!all && share.usedAt > idleSince)) continue;
      this.#shares.delete(workspaceId);
      if (share.left > 0) this.#onUnused({ workspaceId, month: share.month.firstDay, calls: share.left });
    }
  }

  #shareOf(workspaceId: string): Share {
    const now = this.#clock.now();
    let share = this.#shares.get(workspaceId);
    if (share === undefined) {
      share = {
        month: monthOf(now),
        left: 0,
        granted: 0,
        usedAt: this.#clock.ticks(),
        exhausted: undefined,
        refill: undefined,
      };
      this.#shares.set(workspaceId, share);
    } else if (now >= share.month.endsAt) {
      startMonth(share, monthOf(now));
    }
    return share;
  }

  #isExhausted(share: Share, quota: number): boolean {
    return share.exhausted?.quota === quota && this.#clock.ticks() < share.exhausted.until;
  }

  async #refill(workspaceId: string, share: Share, quota: number): Promise<void> {
    const database = this.#database();
    const statements = grantStatements(workspaceId, quota, this.#clock.override);
    let grant = readGrant(await database.run({ role: 'control' }, statements));
    if (grant === undefined) {
      const opening = openMonthStatement(workspaceId, this.#clock.override);
      grant = readGrant((await database.run({ role: 'control' }, [opening, ...statements])).slice(1));
    }
    if (grant !== undefined) {
      this.#clock.observe(grant.databaseNow);
      if (grant.month !== share.month.firstDay) startMonth(share, monthOf(Date.parse(grant.month)));
      share.granted = grant.granted;
      share.left += grant.calls;
    }
    share.exhausted =
      grant !== undefined && grant.calls > 0 ? undefined : { until: this.#clock.ticks() + exhaustedFor, quota };
  }
}

function startMonth(share: Share, month: Month): void {
  share.month = month;
  share.left = 0;
  share.granted = 0;
  share.exhausted = undefined;
}

function takeFrom(share: Share, quota: number): number {
  share.left--;
  return remainingOf(share, quota);
}

function remainingOf(share: Share, quota: number): number {
  return Math.max(0, quota - share.granted) + share.left;
}
