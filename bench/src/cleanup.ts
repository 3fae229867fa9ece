/** Collects what a contest has to stop, so that a failure half way through its preparation stops it too. */
export class Cleanup {
  private steps: (() => Promise<void>)[] = [];

  /** Remembers how to stop `thing`, and returns it. */
  add<T extends { stop(): Promise<void> }>(thing: T): T {
    this.steps.push(() => thing.stop());
    return thing;
  }

  /** Stops everything, last started first; a step that fails does not keep the others from running. */
  async run(): Promise<void> {
    const steps = this.steps.reverse();
    this.steps = [];
    const failures: unknown[] = [];
    for (const step of steps) await step().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'could not stop everything');
  }

  /** Runs `prepare`; when it fails, stops what it had started. */
  static async guard<T>(prepare: (cleanup: Cleanup) => Promise<T>): Promise<T> {
    const cleanup = new Cleanup();
    try {
      return await prepare(cleanup);
    } catch (error) {
      await cleanup.run().catch(() => undefined);
      throw error;
    }
  }
}
