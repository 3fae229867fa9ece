/** Lets one after the other in, in the order of asking. */
export class ExclusiveQueue {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when everyone before has released; releasing twice does nothing. */
  acquire(): Promise<() => void> {
    const before = this.#last;
    let release: () => void = () => undefined;
    this.#last = new Promise(resolve => {
      release = resolve;
    });
    return before.then(() => release);
  }
}
