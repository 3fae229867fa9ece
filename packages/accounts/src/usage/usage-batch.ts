import type { UnusedCalls } from '../limits/month-quota.ts';

interface KeyCalls {
  readonly workspaceId: string;
  readonly keyId: string;
  readonly byTool: Map<string, number>;
}

export interface CallCount {
  readonly workspaceId: string;
  readonly keyId: string;
  readonly tool: string;
  readonly calls: number;
}

export interface KeyUse {
  readonly workspaceId: string;
  readonly keyId: string;
  readonly at: Date;
}

/** What is written to the store together: calls of one day, last uses of keys, calls that go back to their month. */
export class UsageBatch {
  /** UTC, `2026-11-22`. */
  readonly day: string;
  /** Transaction whose commit was not confirmed: whether it wrote this batch is for the database to say. */
  doubtfulTransaction: string | undefined;
  readonly #calls = new Map<string, KeyCalls>();
  readonly #uses = new Map<string, KeyUse>();
  readonly #unused = new Map<string, UnusedCalls>();

  constructor(day: string) {
    this.day = day;
  }

  get isEmpty(): boolean {
    return this.#calls.size === 0 && this.#uses.size === 0 && this.#unused.size === 0;
  }

  count(workspaceId: string, keyId: string, tool: string, calls = 1): void {
    let entry = this.#calls.get(keyId);
    if (entry === undefined) {
      entry = { workspaceId, keyId, byTool: new Map() };
      this.#calls.set(keyId, entry);
    }
    entry.byTool.set(tool, (entry.byTool.get(tool) ?? 0) + calls);
  }

  use(use: KeyUse): void {
    this.#uses.set(use.keyId, use);
  }

  giveBack({ workspaceId, month, calls }: UnusedCalls): void {
    const key = `${workspaceId} ${month}`;
    this.#unused.set(key, { workspaceId, month, calls: calls + (this.#unused.get(key)?.calls ?? 0) });
  }

  /** Adds what a later batch of the same day holds. */
  merge(later: UsageBatch): void {
    for (const { workspaceId, keyId, tool, calls } of later.calls()) this.count(workspaceId, keyId, tool, calls);
    for (const use of later.uses()) this.use(use);
    for (const unused of later.unused()) this.giveBack(unused);
  }

  *calls(): Generator<CallCount> {
    for (const { workspaceId, keyId, byTool } of this.#calls.values()) {
      for (const [tool, calls] of byTool) yield { workspaceId, keyId, tool, calls };
    }
  }

  uses(): Iterable<KeyUse> {
    return this.#uses.values();
  }

  unused(): Iterable<UnusedCalls> {
    return this.#unused.values();
  }
}
