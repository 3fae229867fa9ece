import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Turns } from '../src/turns.ts';

test('never more at once than allowed, nobody forgotten, whoever gives up and whenever', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.record({ key: fc.constantFrom('a', 'b'), givesUp: fc.boolean() }), { maxLength: 30 }),
      fc.scheduler(),
      async (atOnce, visits, scheduler) => {
        const turns = new Turns(atOnce);
        const inside = { a: 0, b: 0 };
        const visit = async ({ key, givesUp }: { key: 'a' | 'b'; givesUp: boolean }) => {
          const patience = new AbortController();
          const turn = turns.enter(key, patience.signal);
          if (givesUp) void scheduler.schedule(Promise.resolve()).then(() => patience.abort(new Error('late')));
          await turn;
          inside[key] += 1;
          expect(inside[key]).toBeLessThanOrEqual(atOnce);
          await scheduler.schedule(Promise.resolve());
          inside[key] -= 1;
          turns.leave(key);
        };
        const settled = Promise.allSettled(visits.map(visit));
        await scheduler.waitFor(settled);
        const outcomes = await settled;
        for (const [i, outcome] of outcomes.entries()) {
          if (outcome.status === 'rejected')
            expect([visits[i]?.givesUp, outcome.reason.message]).toEqual([true, 'late']);
        }
        expect(inside).toEqual({ a: 0, b: 0 });
        for (let i = 0; i < atOnce; i += 1) await turns.enter('a', AbortSignal.timeout(1000));
      },
    ),
    { numRuns: 300 },
  ));

test('in the order in which they came', async () => {
  const turns = new Turns(1);
  const { signal } = new AbortController();
  const order: number[] = [];
  await turns.enter('a', signal);
  const later = [1, 2, 3].map(async i => {
    await turns.enter('a', signal);
    order.push(i);
    turns.leave('a');
  });
  turns.leave('a');
  await Promise.all(later);
  expect(order).toEqual([1, 2, 3]);
});
