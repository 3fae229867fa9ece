import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conversationStatuses } from '../../src/contract.ts';
import { type PastConversation, remember } from '../support/history.ts';
import { conversationPlugins } from '../support/plugins.ts';

interface Rate {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly n: number;
  readonly lowSample: boolean;
}

interface Figures {
  readonly totals: {
    readonly conversations: number;
    readonly messages: number;
    readonly byStatus: Readonly<Record<string, number>>;
    readonly byChannel: Readonly<Record<string, number>>;
  };
  readonly rates: Readonly<Record<'completion' | 'handover' | 'containment', Rate>>;
  readonly medianDurationSeconds: number | null;
  readonly csat: Rate & { readonly average: number | null };
}

interface Summary extends Figures {
  readonly timezone: string;
  readonly from: string;
  readonly to: string;
  readonly daily: readonly { readonly date: string; readonly conversations: number; readonly completed: number }[];
  readonly previousPeriod: Figures & {
    readonly from: string;
    readonly to: string;
    readonly changeInConversations: number | null;
  };
}

/** Noon of the day after the clocks went forward in Berlin. */
const now = Date.UTC(2026, 2, 30, 10);
const day = 86_400_000;

let bed: Testbed;
let workspace: TestWorkspace;
let chatbotId: string;

beforeAll(async () => {
  bed = await testbed(conversationPlugins(), { clock: () => now });
});
afterAll(() => bed?.[Symbol.asyncDispose]());
beforeEach(async () => {
  workspace = bed.workspace({ timezone: 'Europe/Berlin' });
  chatbotId = (await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' })).id;
});

const summary = (more: object = {}) => workspace.call<Summary>('get_conversation_summary', { chatbotId, ...more });

describe('a summary', () => {
  it('of nothing is full of zeros, and claims no rate', async () => {
    const empty = await summary();
    expect(empty.totals).toEqual({
      conversations: 0,
      messages: 0,
      byStatus: Object.fromEntries(conversationStatuses.map(status => [status, 0])),
      byChannel: {},
    });
    expect(empty.rates.completion).toEqual({ value: null, numerator: 0, denominator: 0, n: 0, lowSample: true });
    expect(empty).toMatchObject({ medianDurationSeconds: null, csat: { value: null, average: null } });
    expect(empty.daily).toHaveLength(30);
    expect(empty.previousPeriod.changeInConversations).toBeNull();
  });

  it('puts conversations into the days that clocks of the zone show', async () => {
    await remember(bed, workspace, chatbotId, [
      // The last millisecond of the 28th, the first and the last one of the 29th, which has 23 hours.
      { at: Date.UTC(2026, 2, 28, 22, 59, 59, 999) },
      { at: Date.UTC(2026, 2, 28, 23) },
      { at: Date.UTC(2026, 2, 29, 21, 59, 59, 999) },
      {
        at: Date.UTC(2026, 2, 29, 22),
        status: 'completed',
        messages: [{ from: 'visitor', text: 'Yes' }],
        answers: [{ key: 'a', value: 1 }],
      },
      { at: now },
    ]);
    const berlin = await summary({ days: 3 });
    expect(berlin).toMatchObject({
      timezone: 'Europe/Berlin',
      from: '2026-03-27T23:00:00.000Z',
      to: '2026-03-30T22:00:00.000Z',
    });
    expect(berlin.daily).toEqual([
      { date: '2026-03-28', conversations: 1, completed: 0, handovers: 0 },
      { date: '2026-03-29', conversations: 2, completed: 0, handovers: 0 },
      { date: '2026-03-30', conversations: 2, completed: 1, handovers: 0 },
    ]);
    const honolulu = await summary({ days: 3, timezone: 'Pacific/Honolulu' });
    expect(honolulu.daily.map(({ date, conversations }) => [date, conversations])).toEqual([
      ['2026-03-28', 2],
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ]);
  });

  it('compares with as many days before, and with no day twice', async () => {
    await remember(bed, workspace, chatbotId, [
      { at: Date.UTC(2026, 2, 28, 23), seconds: 10, messages: [{ from: 'visitor', text: 'a' }] },
      { at: Date.UTC(2026, 2, 30, 21, 59, 59), seconds: 30, messages: [{ from: 'visitor', text: 'a' }] },
      { at: now, seconds: 1_000 },
      { at: Date.UTC(2026, 2, 28, 22, 59, 59), seconds: 7, messages: [{ from: 'visitor', text: 'a' }] },
      { at: Date.UTC(2026, 2, 26, 23), rating: 3 },
      { at: Date.UTC(2026, 2, 26, 22, 59, 59) },
    ]);
    const { totals, medianDurationSeconds, previousPeriod } = await summary({ days: 2 });
    expect(totals.conversations).toBe(3);
    // Without the one in which nobody said anything.
    expect(medianDurationSeconds).toBe(20);
    expect(previousPeriod).toMatchObject({
      from: '2026-03-26T23:00:00.000Z',
      to: '2026-03-28T23:00:00.000Z',
      totals: { conversations: 2 },
      medianDurationSeconds: 7,
      csat: { value: 0, numerator: 0, denominator: 1, average: 3 },
      changeInConversations: 0.5,
    });
  });

  it('counts exactly what took place, whatever took place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(pastConversation, { maxLength: 40 }),
        fc.constantFrom(1, 2, 7, 30, 365),
        fc.constantFrom('Europe/Berlin', 'UTC', 'Asia/Kathmandu', 'America/New_York'),
        async (past, days, timezone) => {
          const { id } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Random' });
          await remember(bed, workspace, id, past);
          const found = await workspace.call<Summary>('get_conversation_summary', { chatbotId: id, days, timezone });
          expect(found).toMatchObject(counted(past, days, timezone));
          expect(found.daily.map(({ date }) => date)).toEqual(daysOf(days, timezone));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is what the resource of the chatbot says', async () => {
    await remember(bed, workspace, chatbotId, [{ at: now }]);
    expect(await workspace.read(`conferbot://chatbot/${chatbotId}/conversations`)).toEqual(await summary());
  });

  it.each([0, 366, 1.5])('refuses %d days', async days => {
    expect(await workspace.refused('get_conversation_summary', { chatbotId, days })).toMatchObject({
      error: 'invalid_argument',
    });
  });
});

const pastConversation: fc.Arbitrary<PastConversation> = fc.record(
  {
    at: fc.integer({ min: now - 75 * day, max: now + 11 * 3_600_000 }),
    seconds: fc.integer({ min: 0, max: 3_000 }),
    status: fc.constantFrom(...conversationStatuses),
    channel: fc.constantFrom('web', 'api', 'whatsapp'),
    rating: fc.integer({ min: 1, max: 5 }),
    handover: fc.boolean(),
    messages: fc.array(
      fc.record({ from: fc.constantFrom('visitor', 'bot', 'agent', 'system'), text: fc.constant('x') }),
      { maxLength: 4 },
    ),
    answers: fc.array(fc.record({ key: fc.constant('a'), value: fc.constant(1) }), { maxLength: 2 }),
    ticket: fc.constant({}),
  },
  { requiredKeys: ['at'] },
);

/** The same numbers in another way: day by day, by the calendar of Intl. */
function counted(past: readonly PastConversation[], days: number, timezone: string) {
  const current = new Set(daysOf(days, timezone));
  const earlier = new Set(daysOf(2 * days, timezone).slice(0, days));
  const inside = (wanted: ReadonlySet<string>) => past.filter(({ at }) => wanted.has(dateOf(at, timezone)));
  return {
    ...figures(inside(current)),
    daily: daysOf(days, timezone).map(date => {
      const started = past.filter(({ at }) => dateOf(at, timezone) === date);
      const { completion, handover } = figures(started).rates;
      const completed = started.filter(isCompleted).length;
      expect(completion.numerator).toBe(completed);
      return { date, conversations: started.length, completed, handovers: handover.numerator };
    }),
    previousPeriod: figures(inside(earlier)),
  };
}

function figures(past: readonly PastConversation[]) {
  const n = past.length;
  const spoke = past.filter(({ messages = [] }) => messages.some(({ from }) => from === 'visitor'));
  const met = past.filter(
    ({ handover, ticket, messages = [] }) =>
      handover === true || ticket !== undefined || messages.some(({ from }) => from === 'agent'),
  );
  const over = past.filter(({ status = 'active' }) => ['completed', 'abandoned', 'failed', 'closed'].includes(status));
  const ratings = past.flatMap(({ rating }) => rating ?? []);
  const by = (of: (entry: PastConversation) => string) =>
    Object.fromEntries([...Map.groupBy(past, of)].map(([name, group]) => [name, group.length]));
  return {
    totals: {
      conversations: n,
      messages: past.flatMap(({ messages = [] }) => messages.filter(({ from }) => from !== 'system')).length,
      byStatus: by(({ status = 'active' }) => status),
      byChannel: by(({ channel = 'web' }) => channel),
    },
    rates: {
      completion: rate(past.filter(isCompleted).length, spoke.length, n),
      handover: rate(met.length, n, n),
      containment: rate(over.filter(entry => !met.includes(entry)).length, n, n),
    },
    medianDurationSeconds: median(spoke.map(({ seconds = 0 }) => seconds)),
    csat: rate(ratings.filter(rating => rating >= 4).length, ratings.length, n),
  };
}

function isCompleted({ status, answers = [], messages = [] }: PastConversation): boolean {
  return status === 'completed' && answers.length > 0 && messages.some(({ from }) => from === 'visitor');
}

function rate(numerator: number, denominator: number, n: number) {
  return { numerator, denominator, n, value: denominator === 0 ? null : expect.closeTo(numerator / denominator, 4) };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return sorted.length === 0 ? null : ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function daysOf(count: number, timezone: string): string[] {
  const [year = 0, month = 0, date = 0] = dateOf(now, timezone).split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - 1, date + index + 1 - count)).toISOString().slice(0, 10),
  );
}

function dateOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
