/** Where a caller stands in the month of its plan. */
export interface MonthStanding {
  readonly quota: number;
  readonly remaining: number;
  /** Seconds. */
  readonly length: number;
  readonly resetsIn: number;
}

/**
 * Where a caller stands, as values of the headers of draft-ietf-httpapi-ratelimit-headers: `q` the quota, `w` its
 * window, `r` what is left, `t` the seconds until some of it comes back. A plan without a limit has no month.
 */
export class RateLimits {
  readonly #limit: number;
  readonly #remaining: number;
  readonly #resetsIn: number;
  readonly #month: MonthStanding | undefined;

  /** @param resetsIn Seconds until the next request leaves the minute. */
  constructor(limit: number, remaining: number, resetsIn: number, month: MonthStanding | undefined) {
    this.#limit = limit;
    this.#remaining = remaining;
    this.#resetsIn = resetsIn;
    this.#month = month;
  }

  /** Value of `RateLimit-Policy`: `"minute";q=60;w=60, "month";q=10000;w=2592000`. */
  get policy(): string {
    const minute = `"minute";q=${this.#limit};w=60`;
    const month = this.#month;
    return month === undefined ? minute : `${minute}, "month";q=${month.quota};w=${month.length}`;
  }

  /** Value of `RateLimit`: `"minute";r=59;t=60, "month";r=9999;t=86400`. */
  get state(): string {
    const minute = `"minute";r=${this.#remaining};t=${this.#resetsIn}`;
    const month = this.#month;
    return month === undefined ? minute : `${minute}, "month";r=${month.remaining};t=${month.resetsIn}`;
  }
}
