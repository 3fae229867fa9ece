/** Tells those who watch a conversation in this process that something was written to it. */
export class Watchers {
  readonly #watching = new Map<string, Set<() => void>>();

  /** How many watch a conversation. */
  count(conversationId: string): number {
    return this.#watching.get(conversationId)?.size ?? 0;
  }

  /** @returns what ends it */
  watch(conversationId: string, told: () => void): () => void {
    const watching = this.#watching.get(conversationId) ?? new Set();
    this.#watching.set(conversationId, watching.add(told));
    return () => {
      watching.delete(told);
      if (watching.size === 0) this.#watching.delete(conversationId);
    };
  }

  tell(conversationId: string): void {
    for (const told of this.#watching.get(conversationId) ?? []) told();
  }
}
