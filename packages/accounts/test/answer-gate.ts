import type { Store } from '@conferbot/runtime';

interface Hold {
  /** Resolves when the store has answered, and the answer is held back. */
  readonly reached: Promise<void>;
  release(): void;
}

/** Counts what is asked of a store, and holds answers back on demand. */
export class AnswerGate {
  /** Calls of `run` so far. */
  calls = 0;
  #next: { readonly text: string; readonly wait: () => Promise<void> } | undefined;

  /** Holds back the next answer to a statement that contains `text`. */
  hold(text: string): Hold {
    let arrive = () => {};
    let release = () => {};
    const reached = new Promise<void>(resolve => {
      arrive = resolve;
    });
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    const wait = () => {
      arrive();
      return released;
    };
    this.#next = { text, wait };
    return { reached, release };
  }

  async run(store: Store, ...args: Parameters<Store['run']>): ReturnType<Store['run']> {
    this.calls++;
    const hold = this.#next;
    const isHeld = hold !== undefined && args[1].some(statement => statement.text.includes(hold.text));
    if (isHeld) this.#next = undefined;
    const results = await store.run(...args);
    if (isHeld) await hold.wait();
    return results;
  }
}
