/** How much may be under way at once: so much in all, and a quarter of it for one workspace. */
export class Slots {
  readonly #total: number;
  readonly #perWorkspace: number;
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(total: number) {
    this.#total = total;
    this.#perWorkspace = Math.max(1, Math.ceil(total / 4));
  }

  get free(): number {
    return this.#total - this.#all;
  }

  /** Workspaces that have all that they may have. */
  get full(): readonly string[] {
    return [...this.#taken].filter(([, taken]) => taken >= this.#perWorkspace).map(([id]) => id);
  }

  /** Takes up to `wanted`; @returns how many it took. */
  take(workspaceId: string, wanted: number): number {
    const taken = this.#taken.get(workspaceId) ?? 0;
    const count = Math.max(0, Math.min(wanted, this.free, this.#perWorkspace - taken));
    if (count > 0) this.#taken.set(workspaceId, taken + count);
    this.#all += count;
    return count;
  }

  give(workspaceId: string, count: number): void {
    const left = (this.#taken.get(workspaceId) ?? 0) - count;
    if (left > 0) this.#taken.set(workspaceId, left);
    else this.#taken.delete(workspaceId);
    this.#all -= count;
  }
}
