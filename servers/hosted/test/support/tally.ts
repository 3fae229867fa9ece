/** Counts, and says when it has come so far. */
export class Tally {
  #count = 0;
  #awaited: { readonly count: number; readonly reached: () => void }[] = [];

  add(): void {
    this.#count++;
    for (const { reached } of this.#awaited.filter(({ count }) => count <= this.#count)) reached();
    this.#awaited = this.#awaited.filter(({ count }) => count > this.#count);
  }

  async reach(count: number): Promise<void> {
    if (count <= this.#count) return;
    await new Promise<void>(reached => {
      this.#awaited.push({ count, reached });
    });
  }
}
