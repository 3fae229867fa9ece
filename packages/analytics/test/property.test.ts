import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AnalyticsBed, type Conversation, conversation } from './support/analytics-bed.ts';
import { directCount } from './support/direct-count.ts';
import type { Report } from './support/report.ts';

const hour = 3_600_000;
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'America/St_Johns',
];
/** Days on and after which clocks change somewhere, a leap day and a turn of the year. */
const nows = [
  Date.UTC(2026, 2, 29, 12),
  Date.UTC(2026, 3, 5, 3),
  Date.UTC(2025, 9, 5, 20),
  Date.UTC(2025, 10, 2, 23, 50),
  Date.UTC(2024, 1, 29, 0, 10),
  Date.UTC(2026, 0, 1, 5),
];

type Happening =
  | { readonly kind: 'open'; readonly hoursAgo: number; readonly channel: string }
  | { readonly kind: 'change'; readonly which: number; readonly to: Partial<Conversation> };

type Step = Happening | { readonly kind: 'hand out' } | { readonly kind: 'count' };

const change: fc.Arbitrary<Partial<Conversation>> = fc.oneof(
  fc.constant({ spoke: true }),
  fc.constant({ spoke: true, answered: true }),
  fc.record({ status: fc.constantFrom('completed', 'abandoned', 'failed', 'closed'), seconds: fc.nat(5_000) }),
  fc.constant({ status: 'waiting_human', handedOver: true }),
  fc.record({ rating: fc.integer({ min: 1, max: 5 }) }),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('open' as const),
      hoursAgo: fc.oneof(
        fc.double({ min: 0, max: 72, noNaN: true }),
        fc.double({ min: 0, max: 24 * 120, noNaN: true }),
      ),
      channel: fc.constantFrom('web', 'api'),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('change' as const), which: fc.nat(), to: change }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'hand out' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'count' as const }) },
);

let beds: AnalyticsBed;
beforeAll(async () => {
  beds = await AnalyticsBed.open();
});
afterAll(() => beds[Symbol.asyncDispose]());

it('tells what a count over the conversations tells, whatever happened, whenever it was rolled up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...nows),
      fc.array(step, { minLength: 5, maxLength: 40 }),
      fc.constantFrom(1, 2, 7, 30, 60, 365),
      fc.constantFrom(...zones),
      fc.constantFrom(undefined, 'web', 'api'),
      async (now, steps, days, timezone, channel) => {
        beds.clock.now = now;
        const workspace = beds.bed.workspace();
        const chatbotId = await beds.chatbot(workspace);
        const all: Conversation[] = [];
        for (const one of steps) {
          if (one.kind === 'hand out') await beds.bed.relay.drain();
          else if (one.kind === 'count') await beds.settle();
          else await beds.keep(workspace, chatbotId, [happen(all, one, now)]);
        }
        await beds.bed.relay.drain();
        const args = { chatbotId, days, timezone, ...(channel !== undefined && { channel }) };
        const wanted = directCount(
          all.filter(entry => channel === undefined || entry.channel === channel),
          { now: beds.clock.now, days, timezone },
        );
        // Counted live as far as nothing is rolled up, then from roll-ups alone.
        expect(await workspace.call<Report>('get_chatbot_analytics', args)).toMatchObject(wanted);
        await beds.settle();
        expect(await beds.rows(workspace, 'select 1 from stale_quarters')).toEqual([]);
        expect(await workspace.call<Report>('get_chatbot_analytics', args)).toMatchObject(wanted);
      },
    ),
    { numRuns: 30 },
  );
});

function happen(all: Conversation[], one: Happening, now: number): Conversation {
  const known = one.kind === 'change' && all.length > 0 ? all[one.which % all.length] : undefined;
  if (one.kind === 'change' && known !== undefined) return Object.assign(known, one.to);
  const hoursAgo = one.kind === 'open' ? one.hoursAgo : 1;
  const opened = conversation(Math.round(now - hoursAgo * hour), one.kind === 'open' ? { channel: one.channel } : {});
  all.push(opened);
  return opened;
}
