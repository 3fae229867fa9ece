import { nextRandom } from '../values/random.ts';

/** Chance with a seed: the same seed draws the same. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** Uniform in [0, 1). */
  number(): number {
    const { state, value } = nextRandom(this.#state);
    this.#state = state;
    return value;
  }

  /** 0 to `below` - 1. */
  index(below: number): number {
    return Math.floor(this.number() * below);
  }

  chance(probability: number): boolean {
    return this.number() < probability;
  }

  /** Undefined of an empty list only. */
  oneOf<Item>(items: readonly Item[]): Item | undefined {
    return items[this.index(items.length)];
  }

  /** A seed for something else that draws. */
  seed(): number {
    return this.index(2_147_483_647);
  }
}
