/** Does something again and again for a time, first to warm up, and prints `{"perSecond": …}` for the harness. */
export function measured(once: () => number): void {
  const { WARM_UP_SECONDS = '1', SECONDS = '1' } = process.env;
  runFor(Number(WARM_UP_SECONDS), once);
  console.log(JSON.stringify({ perSecond: runFor(Number(SECONDS), once) }));
}

/** @param once does it and returns how many it did */
function runFor(seconds: number, once: () => number): number {
  const startedAt = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < seconds * 1000) {
    done += once();
    elapsed = performance.now() - startedAt;
  }
  return (done / elapsed) * 1000;
}
