import { engines, type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conversationId, responseId } from '../../src/contract.ts';
import { remember } from '../support/history.ts';
import { conversationPlugins } from '../support/plugins.ts';

interface Listed {
  readonly data: readonly { readonly id: string; readonly [member: string]: unknown }[];
  readonly pagination: { readonly total: number; readonly hasNextPage: boolean; readonly nextCursor: string | null };
  readonly untrusted?: readonly string[];
  readonly truncated?: boolean;
}

const noon = Date.UTC(2026, 2, 29, 12);
const hour = 3_600_000;

describe.each(engines)('lists on %s', engine => {
  let bed: Testbed;
  let workspace: TestWorkspace;
  let chatbotId: string;

  beforeAll(async () => {
    bed = await testbed(conversationPlugins(), { engine, clock: () => noon });
  });
  afterAll(() => bed?.[Symbol.asyncDispose]());
  beforeEach(async () => {
    workspace = bed.workspace({ timezone: 'Europe/Berlin' });
    chatbotId = (await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' })).id;
  });

  const list = (tool: string, more: object = {}) => workspace.call<Listed>(tool, { chatbotId, ...more });
  const ids = ({ data }: Listed) => data.map(({ id }) => id);

  describe('of conversations', () => {
    it('say what is known of each', async () => {
      const [id = ''] = await remember(bed, workspace, chatbotId, [
        {
          at: noon,
          seconds: 90.5,
          status: 'completed',
          rating: 5,
          messages: [
            { from: 'bot', text: 'Hi!' },
            { from: 'visitor', text: 'Hello' },
            { from: 'system', text: 'joined' },
          ],
          answers: [{ key: 'name', value: 'Ada' }],
        },
      ]);
      expect((await list('list_conversations')).data).toEqual([
        {
          id: conversationId.encode(id),
          chatbotId,
          responseId: responseId.encode(id),
          visitorId: `visitor-${id}`,
          status: 'completed',
          channel: 'web',
          messageCount: 2,
          startedAt: '2026-03-29T12:00:00.000Z',
          lastMessageAt: '2026-03-29T12:01:30.500Z',
          endedAt: '2026-03-29T12:01:30.500Z',
          durationSeconds: 90.5,
          ticketId: null,
          flowVersionId: expect.stringMatching(/^ver_/),
          rating: 5,
        },
      ]);
    });

    it('are cut to a status, a channel, and days of the workspace', async () => {
      const [before, first, last, after] = await remember(bed, workspace, chatbotId, [
        { at: Date.UTC(2026, 2, 28, 22, 59, 59, 999), status: 'abandoned' },
        { at: Date.UTC(2026, 2, 28, 23), status: 'abandoned', channel: 'api' },
        { at: Date.UTC(2026, 2, 29, 21, 59, 59, 999), status: 'human' },
        { at: Date.UTC(2026, 2, 29, 22), status: 'human' },
      ]);
      const found = async (filter: object) =>
        ids(await list('list_conversations', filter)).map(id => conversationId.decode(id));
      // The clocks went forward: this day has 23 hours.
      expect(await found({ startDate: '2026-03-29', endDate: '2026-03-29' })).toEqual([last, first]);
      expect(await found({ startDate: '2026-03-29' })).toEqual([after, last, first]);
      expect(await found({ endDate: '2026-03-28' })).toEqual([before]);
      expect(await found({ startDate: '2026-03-29', endDate: '2026-03-29', timezone: 'UTC' })).toEqual([after, last]);
      expect(await found({ endDate: '2026-03-28T23:00:00Z' })).toEqual([before]);
      expect(await found({ status: 'human' })).toEqual([after, last]);
      expect(await found({ status: 'abandoned', channel: 'api' })).toEqual([first]);
      expect(await found({ channel: 'carrier-pigeon' })).toEqual([]);
      const total = async (filter: object) =>
        (await list('list_conversations', { limit: 1, ...filter })).pagination.total;
      expect(await total({ status: 'human' })).toBe(2);
      expect(await total({ status: 'human', channel: 'api' })).toBe(0);
      expect(await total({ channel: 'web' })).toBe(3);
      for (const filter of [{}, { status: 'human' }, { channel: 'web' }]) {
        expect(await total({ ...filter, endDate: '2026-03-29T22:00:00Z' })).toBe((await total(filter)) - 1);
      }
    });

    it.each([
      [{ status: 'open' }, 'status'],
      [{ limit: 51 }, 'limit'],
      [{ startDate: '29.03.2026' }, 'startDate'],
      [{ timezone: 'Mars/Olympus' }, 'timezone'],
      [{ startDate: '2026-03-29', endDate: '2026-03-01' }, 'endDate'],
    ])('refuse %j', async (args, named) => {
      expect(await workspace.refused('list_conversations', { chatbotId, ...args })).toMatchObject({
        error: 'invalid_argument',
        details: [expect.objectContaining({ path: named })],
      });
    });
  });

  describe('of responses', () => {
    it('hold those with an answer only, with the latest answer of each key', async () => {
      const [, id = ''] = await remember(bed, workspace, chatbotId, [
        { at: noon },
        {
          at: noon,
          answers: [
            { key: 'size', value: 'small' },
            { key: 'ok', value: true },
            { key: 'size', value: ['large', 2] },
            { key: '__proto__', value: null },
          ],
        },
      ]);
      const { data, untrusted, pagination } = await list('list_responses');
      expect(pagination.total).toBe(1);
      expect(untrusted).toEqual(['data']);
      expect(data).toEqual([
        {
          id: responseId.encode(id),
          chatbotId,
          conversationId: conversationId.encode(id),
          visitorId: `visitor-${id}`,
          status: 'partial',
          answers: [
            ['size', 'small'],
            ['ok', true],
            ['size', ['large', 2]],
            ['__proto__', null],
          ].map(([key, value]) => ({
            nodeId: `ask-${key}`,
            key,
            value,
            question: `What is your ${key}?`,
            answeredAt: '2026-03-29T12:00:00.000Z',
          })),
          answerCount: 4,
          answersByKey: JSON.parse('{"size":["large",2],"ok":true,"__proto__":null}'),
          visitor: {},
          meta: {},
          channel: 'web',
          flowVersionId: expect.stringMatching(/^ver_/),
          startedAt: '2026-03-29T12:00:00.000Z',
          completedAt: null,
          createdAt: '2026-03-29T12:00:00.000Z',
          updatedAt: '2026-03-29T12:00:00.000Z',
        },
      ]);
    });

    it('are dated by their first answer, in whatever order the conversations started', async () => {
      const answers = [{ key: 'name', value: 'Ada' }];
      const midnight = Date.UTC(2026, 2, 29, 22);
      const past = [midnight - 1, midnight, midnight - 2, midnight + 1, midnight - 3];
      const known = await remember(
        bed,
        workspace,
        chatbotId,
        past.map((firstAnswerAt, index) => ({ at: noon - index * hour, firstAnswerAt, answers })),
      );
      const newestFirst = [3, 1, 0, 2, 4].map(index => responseId.encode(known[index] ?? ''));
      expect(ids(await list('list_responses'))).toEqual(newestFirst);
      const today = { startDate: '2026-03-29', endDate: '2026-03-29', limit: 2 };
      const first = await list('list_responses', today);
      expect(first.pagination.total).toBe(3);
      const second = await list('list_responses', { ...today, cursor: first.pagination.nextCursor });
      expect([...ids(first), ...ids(second)]).toEqual(newestFirst.slice(2));
      const tomorrow = await list('list_responses', { startDate: '2026-03-30' });
      expect(ids(tomorrow)).toEqual(newestFirst.slice(0, 2));
      expect(tomorrow.pagination.total).toBe(2);
    });

    it('leave answers off that would fill the page, and say how many there are', async () => {
      const answers = Array.from({ length: 60 }, (_, index) => ({ key: `k${index}`, value: 'x'.repeat(1_000) }));
      await remember(bed, workspace, chatbotId, [{ at: noon, answers }]);
      const [response] = (await list('list_responses')).data;
      expect(response).toMatchObject({ answerCount: 60 });
      expect(response?.answers).toHaveLength(7);
    });

    it('are cut at a response when they are too long to read', async () => {
      const answers = Array.from({ length: 6 }, (_, index) => ({ key: `k${index}`, value: 'x'.repeat(1_000) }));
      await remember(
        bed,
        workspace,
        chatbotId,
        Array.from({ length: 30 }, (_, index) => ({ at: noon + index, answers })),
      );
      const page = await list('list_responses', { limit: 30 });
      expect(page).toMatchObject({ truncated: true, untrusted: ['data'], next: expect.stringContaining('cursor') });
      expect(page.data.length).toBeGreaterThan(1);
    });
  });

  describe.each([
    ['list_conversations', {}],
    ['list_conversations', { status: 'active' }],
    ['list_responses', {}],
    ['list_tickets', {}],
    ['list_tickets', { status: 'open' }],
  ])('by %s with %j', (tool, filter) => {
    it('come newest first and each once, by page and by cursor, whatever starts meanwhile', async () => {
      const answers = [{ key: 'name', value: 'Ada' }];
      const entry = (at: number) => ({ at, answers, ticket: {} });
      // Several start in the same millisecond.
      await remember(
        bed,
        workspace,
        chatbotId,
        Array.from({ length: 11 }, (_, index) => entry(noon + Math.floor(index / 3))),
      );
      const all = await list(tool, { limit: 50, ...filter });
      expect(new Set(ids(all)).size).toBe(11);
      const byPage: string[] = [];
      for (const page of [1, 2, 3]) byPage.push(...ids(await list(tool, { limit: 4, page, ...filter })));
      expect(byPage).toEqual(ids(all));

      const first = await list(tool, { limit: 4, ...filter });
      await remember(bed, workspace, chatbotId, [entry(noon + hour)]);
      const pages = [first];
      for (
        let cursor = first.pagination.nextCursor;
        cursor !== null;
        cursor = pages.at(-1)?.pagination.nextCursor ?? null
      ) {
        pages.push(await list(tool, { limit: 4, cursor, ...filter }));
      }
      expect(pages.flatMap(ids)).toEqual(ids(all));
      expect(pages.map(({ pagination }) => pagination)).toMatchObject([
        { page: 1, total: 11, hasNextPage: true },
        { page: 2, total: 11, hasNextPage: true },
        { page: 3, total: 11, hasNextPage: false, nextCursor: null },
      ]);
    });

    it('show nothing of another chatbot', async () => {
      const { id: other } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Sales' });
      await remember(bed, workspace, other, [{ at: noon, answers: [{ key: 'a', value: 1 }], ticket: {} }]);
      expect(await list(tool, filter)).toMatchObject({ data: [], pagination: { total: 0, totalPages: 0 } });
    });

    it('refuse a cursor that they never returned', async () => {
      for (const cursor of ['bm90IGEgY3Vyc29y', Buffer.from('[2,"2026-03-29","x",1]').toString('base64url')]) {
        expect(await workspace.refused(tool, { chatbotId, cursor, ...filter })).toMatchObject({
          error: 'invalid_argument',
          fix: expect.stringContaining('nextCursor'),
        });
      }
    });
  });

  describe('of tickets', () => {
    it('show what was said last, cut and on one line', async () => {
      await remember(bed, workspace, chatbotId, [
        {
          at: noon,
          ticket: { assignee: 'Grace' },
          messages: [
            { from: 'visitor', text: 'first' },
            { from: 'visitor', text: 'second' },
            { from: 'system', text: 'a note' },
            { from: 'bot', text: '' },
            { from: 'visitor', text: `two\n\nlines ${'👩‍🚀'.repeat(200)}` },
            { from: 'agent', text: 'Hello!' },
          ],
        },
        { at: noon - 1, ticket: { status: 'closed' } },
      ]);
      const { data } = await list('list_tickets');
      expect(data[0]).toMatchObject({
        status: 'open',
        priority: 'normal',
        assignee: 'Grace',
        chatbotId,
        closedAt: null,
        firstResponseAt: null,
        transcriptPreview: [
          { from: 'visitor', text: 'second' },
          { from: 'bot', text: '[text]' },
          { from: 'visitor', text: expect.stringMatching(/^two lines (👩‍🚀)+…$/u) },
          { from: 'agent', text: 'Hello!' },
        ],
      });
      expect(JSON.stringify(data[0]).length).toBeLessThan(1_500);
      expect(data[1]).toMatchObject({ status: 'closed', transcriptPreview: [] });
      expect(ids(await list('list_tickets', { status: 'closed' }))).toEqual([data[1]?.id]);
    });
  });
});
