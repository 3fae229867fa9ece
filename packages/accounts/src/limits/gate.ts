import type { Logger } from '@conferbot/plugin';
import { monthOf } from '../calendar.ts';
import type { KeyCaller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import { monthlyQuota } from '../plan.ts';
import { type Refusal, storeAway } from '../refusal.ts';
import type { MinuteLimiter } from './minute-limiter.ts';
import type { MonthQuota } from './month-quota.ts';
import { type MonthStanding, RateLimits } from './rate-limits.ts';
import type { SlidingWindow } from './sliding-window.ts';

/** Leave to make one call. */
export interface Admission {
  readonly limits: RateLimits;
  /** The call was not made, or failed for a reason of ours: it does not count against the month. Works once. */
  cancel(): void;
}

/** Admits calls within the minute of their key and the month of their workspace. */
export class Gate {
  readonly #minutes: MinuteLimiter;
  readonly #months: MonthQuota;
  readonly #clock: Clock;
  readonly #logger: Logger;
  #month = monthOf(0);

  constructor(minutes: MinuteLimiter, months: MonthQuota, clock: Clock, logger: Logger) {
    this.#minutes = minutes;
    this.#months = months;
    this.#clock = clock;
    this.#logger = logger;
  }

  admit(caller: KeyCaller): Admission | Refusal | Promise<Admission | Refusal> {
    const now = this.#clock.ticks();
    const window = this.#minutes.window(caller.principal.keyId);
    if (window.count(now) >= caller.rateLimitPerMinute) return this.#refuseMinute(caller, window, now);
    const quota = monthlyQuota(caller.workspace.plan);
    if (quota === null) return this.#pass(caller, window, now, undefined);
    const taken = this.#months.take(caller.workspace.id, quota);
    if (taken instanceof Promise) return this.#admitLater(caller, quota, taken);
    if (taken === undefined) return this.#refuseMonth(caller, window, now);
    return this.#pass(caller, window, now, this.#standing(quota, taken));
  }

  async #admitLater(
    caller: KeyCaller,
    quota: number,
    taking: Promise<number | undefined>,
  ): Promise<Admission | Refusal> {
    let taken: number | undefined;
    try {
      taken = await taking;
    } catch (error) {
      this.#logger.error({ err: error }, 'calls of the month could not be granted');
      return storeAway;
    }
    const now = this.#clock.ticks();
    const window = this.#minutes.window(caller.principal.keyId);
    if (taken === undefined) return this.#refuseMonth(caller, window, now);
    if (window.count(now) >= caller.rateLimitPerMinute) {
      this.#months.giveBack(caller.workspace.id, this.#currentMonth().firstDay);
      return this.#refuseMinute(caller, window, now);
    }
    return this.#pass(caller, window, now, this.#standing(quota, taken));
  }

  #pass(caller: KeyCaller, window: SlidingWindow, now: number, month: MonthStanding | undefined): Admission {
    window.add(now);
    const limits = this.#limits(caller, window, now, month);
    if (month === undefined) return { limits, cancel() {} };
    const months = this.#months;
    const { firstDay } = this.#currentMonth();
    let open = true;
    return {
      limits,
      cancel() {
        if (open) months.giveBack(caller.workspace.id, firstDay);
        open = false;
      },
    };
  }

  /** Where a caller stands, without taking anything. */
  limits(caller: KeyCaller): RateLimits {
    const now = this.#clock.ticks();
    const quota = monthlyQuota(caller.workspace.plan);
    const month =
      quota === null ? undefined : this.#standing(quota, this.#months.remaining(caller.workspace.id, quota));
    return this.#limits(caller, this.#minutes.window(caller.principal.keyId), now, month);
  }

  #limits(caller: KeyCaller, window: SlidingWindow, now: number, month: MonthStanding | undefined): RateLimits {
    const limit = caller.rateLimitPerMinute;
    const remaining = Math.max(0, limit - window.count(now));
    return new RateLimits(limit, remaining, Math.ceil(window.oldestLeavesIn(now) / 1000), month);
  }

  #refuseMinute(caller: KeyCaller, window: SlidingWindow, now: number): Refusal {
    const limit = caller.rateLimitPerMinute;
    const retryAfter = Math.ceil(window.wait(limit, now) / 1000);
    const quota = monthlyQuota(caller.workspace.plan);
    const month =
      quota === null ? undefined : this.#standing(quota, this.#months.remaining(caller.workspace.id, quota));
    return {
      status: 429,
      error: 'Too Many Requests',
      message: `This API key is over its limit of ${limit} requests per minute. Try again in ${retryAfter} s.`,
      retryAfter,
      limits: this.#limits(caller, window, now, month),
    };
  }

  #refuseMonth(caller: KeyCaller, window: SlidingWindow, now: number): Refusal {
    const { plan } = caller.workspace;
    const quota = monthlyQuota(plan) ?? 0;
    const month = this.#standing(quota, 0);
    const resets = new Date(this.#currentMonth().endsAt).toISOString();
    return {
      status: 429,
      error: 'Too Many Requests',
      message: `The workspace has used all ${quota} API calls that the ${plan} plan includes this month. The next month starts at ${resets}; a larger plan includes more.`,
      retryAfter: month.resetsIn,
      limits: this.#limits(caller, window, now, month),
    };
  }

  #standing(quota: number, remaining: number): MonthStanding {
    const { startsAt, endsAt } = this.#currentMonth();
    return {
      quota,
      remaining,
      length: (endsAt - startsAt) / 1000,
      resetsIn: Math.ceil((endsAt - this.#clock.now()) / 1000),
    };
  }

  #currentMonth() {
    const now = this.#clock.now();
    if (now >= this.#month.endsAt || now < this.#month.startsAt) this.#month = monthOf(now);
    return this.#month;
  }
}
