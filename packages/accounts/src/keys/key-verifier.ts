import { hash } from 'node:crypto';
import type { Logger } from '@conferbot/plugin';
import type { KeyCaller } from '../caller.ts';
import type { Clock } from '../clock.ts';
import { defaultRateLimit, monthlyQuota } from '../plan.ts';
import { isRefusal, type Refusal, storeAway } from '../refusal.ts';
import type { KeyUse } from '../usage/usage-batch.ts';
import type { KeyRow } from './api-key-directory.ts';
import { BoundedMap } from './bounded-map.ts';
import { isApiKey } from './key-format.ts';
import { type KeyHeaders, presentedKey } from './presented-key.ts';

/** Keys that are remembered, and refused keys that are. */
const capacity = 10_000;
/** Milliseconds for which what was read is true; then it is read again in the background; then it is not used. */
const freshFor = 1000;
const usableFor = 2000;
/** Milliseconds for which a refused key stays refused unread. No refusal is ever taken back. */
const refusedFor = 5000;
/** Milliseconds between two records of a key's last use. */
const useInterval = 60_000;

interface VerifiedKey {
  readonly caller: KeyCaller;
  /** Ticks at which its reading began. */
  readonly readAt: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Milliseconds since the epoch at which its last use was recorded. */
  usedAt: number;
}

interface Reading {
  readonly startedAt: number;
  readonly result: Promise<VerifiedKey | Refusal>;
}

export interface KeyVerifierOptions {
  readonly find: (key: string) => Promise<KeyRow | undefined>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called for a use of a key, at most once a minute. */
  readonly onUse: (use: KeyUse) => void;
}

/**
 * Tells who is behind a key. Keys in use are remembered under their SHA-256 and read again every second or two,
 * so a key that is revoked stops within 2 seconds, and a request waits for the store only when nobody used its
 * key of late.
 */
export class KeyVerifier {
  readonly #options: KeyVerifierOptions;
  readonly #verified = new BoundedMap<VerifiedKey>(capacity);
  readonly #refused = new BoundedMap<{ readonly refusal: Refusal; readonly until: number }>(capacity);
  readonly #readings = new Map<string, Reading>();

  constructor(options: KeyVerifierOptions) {
    this.#options = options;
  }

  /** From memory if it can. */
  verify(headers: KeyHeaders): KeyCaller | Refusal | Promise<KeyCaller | Refusal> {
    const key = presentedKey(headers);
    if (typeof key !== 'string') return key;
    const digest = hash('sha256', key, 'binary');
    const now = this.#options.clock.ticks();
    const known = this.#verified.get(digest);
    if (known === undefined) {
      if (!isApiKey(key)) return wrong;
      const refused = this.#refused.get(digest);
      if (refused !== undefined && now < refused.until) return refused.refusal;
      return this.#verifyRead(digest, key);
    }
    const age = now - known.readAt;
    if (age >= usableFor) return this.#verifyRead(digest, key);
    if (age >= freshFor && !this.#readings.has(digest)) void this.#read(digest, key);
    return this.#judge(known);
  }

  async #verifyRead(digest: string, key: string): Promise<KeyCaller | Refusal> {
    const answer = await this.#read(digest, key);
    return isRefusal(answer) ? answer : this.#judge(answer);
  }

  /** Joins a reading that began less than a second ago, else begins one. */
  #read(digest: string, key: string): Promise<VerifiedKey | Refusal> {
    const now = this.#options.clock.ticks();
    const running = this.#readings.get(digest);
    if (running !== undefined && now - running.startedAt < freshFor) return running.result;
    const reading: Reading = { startedAt: now, result: this.#lookUp(key, now) };
    this.#readings.set(digest, reading);
    void reading.result.then(answer => this.#remember(digest, reading, answer));
    return reading.result;
  }

  async #lookUp(key: string, startedAt: number): Promise<VerifiedKey | Refusal> {
    const { find, clock, logger } = this.#options;
    let row: KeyRow | undefined;
    try {
      row = await find(key);
    } catch (error) {
      logger.error({ err: error }, 'an API key could not be looked up');
      return storeAway;
    }
    if (row === undefined) return wrong;
    if (row.revokedAt !== null) return revoked;
    const expiresAt = row.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(row.expiresAt);
    if (expiresAt <= clock.now()) return expired;
    const usedAt = row.lastUsedAt === null ? 0 : Date.parse(row.lastUsedAt);
    return { caller: callerOf(row), readAt: startedAt, expiresAt, usedAt };
  }

  /** Unless the reading was overtaken: by another, or by a change that it may not have seen. */
  #remember(digest: string, reading: Reading, answer: VerifiedKey | Refusal): void {
    if (this.#readings.get(digest) !== reading) return;
    this.#readings.delete(digest);
    if (answer === storeAway) return;
    if (isRefusal(answer)) {
      this.#verified.delete(digest);
      this.#refused.set(digest, { refusal: answer, until: reading.startedAt + refusedFor });
    } else {
      answer.usedAt = Math.max(answer.usedAt, this.#verified.get(digest)?.usedAt ?? 0);
      this.#verified.set(digest, answer);
    }
  }

  #judge(known: VerifiedKey): KeyCaller | Refusal {
    const { clock, onUse } = this.#options;
    const { caller } = known;
    const now = clock.now();
    if (now >= known.expiresAt) return expired;
    if (monthlyQuota(caller.workspace.plan) === 0) return planWithoutAccess;
    if (now - known.usedAt >= useInterval) {
      known.usedAt = now;
      onUse({ workspaceId: caller.workspace.id, keyId: caller.principal.keyId, at: new Date(now) });
    }
    return caller;
  }

  /** Forgets callers that something changed for, and what is being read about anybody. */
  forget(matches: (caller: KeyCaller) => boolean): void {
    this.#verified.deleteWhere(known => matches(known.caller));
    this.#readings.clear();
  }
}

function callerOf(row: KeyRow): KeyCaller {
  return Object.freeze({
    workspace: Object.freeze({ id: row.workspaceId, plan: row.plan, timezone: row.timezone }),
    principal: Object.freeze({ kind: 'key', keyId: row.id, name: row.name, scopes: Object.freeze(row.scopes) }),
    plugins: row.plugins === null ? undefined : Object.freeze(row.plugins),
    rateLimitPerMinute: row.rateLimitPerMinute ?? defaultRateLimit,
    confirmDestructive: row.confirmDestructive,
  });
}

function unauthorized(message: string): Refusal {
  return Object.freeze({ status: 401, error: 'Unauthorized', message });
}

const wrong = unauthorized('The API key is not valid. Check that it was copied whole, or make a new one.');
const revoked = unauthorized('The API key was revoked. Make a new one.');
const expired = unauthorized('The API key has expired. Make a new one.');

const planWithoutAccess: Refusal = Object.freeze({
  status: 403,
  error: 'Plan Not Supported',
  message: 'Your current plan does not include API access. Upgrade to Starter or above.',
});
