import type { EffectResult } from '../engine/effect.ts';
import type { EffectMocks } from './script.ts';

/** Gives the mocked results of effects, in order by node. */
export class EffectResults {
  readonly #mocks: EffectMocks;
  readonly #given = new Map<string, number>();

  constructor(mocks: EffectMocks = {}) {
    this.#mocks = mocks;
  }

  /** Undefined where the node has no mock. */
  next(nodeId: string): EffectResult | undefined {
    const mock = Object.hasOwn(this.#mocks, nodeId) ? this.#mocks[nodeId] : undefined;
    if (!isList(mock)) return mock;
    const times = this.#given.get(nodeId) ?? 0;
    this.#given.set(nodeId, times + 1);
    return mock[Math.min(times, mock.length - 1)];
  }
}

const isList = (mock: EffectMocks[string] | undefined): mock is readonly EffectResult[] => Array.isArray(mock);
