/** When every run of the story begins. */
export const storyStart = Date.parse('2026-01-15T09:30:00Z');

/** Sets the clock of this process, the embedded store included, to the start of the story; it runs on from there. */
export function startClock(): void {
  const RealDate = Date;
  const offset = storyStart - RealDate.now();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + offset] : args, self),
    get: (target, member) => (member === 'now' ? () => RealDate.now() + offset : Reflect.get(target, member)),
  });
}
