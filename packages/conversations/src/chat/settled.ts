/** How long a visitor's request waits for what the flow does outside. */
const patienceMs = 30_000;

/** Waits for what is under way, but not for ever: what comes later reaches the visitor over events. */
export async function settled(work: Promise<void>, ms: number = patienceMs): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
