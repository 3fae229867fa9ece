import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conversationId as conversationIds } from '../../src/contract.ts';
import { type PastConversation, remember } from '../support/history.ts';
import { conversationPlugins } from '../support/plugins.ts';

const noon = Date.UTC(2026, 10, 22, 12);

let bed: Testbed;
let workspace: TestWorkspace;
let chatbotId: string;

beforeAll(async () => {
  bed = await testbed(conversationPlugins(), { clock: () => noon });
});
afterAll(() => bed?.[Symbol.asyncDispose]());
beforeEach(async () => {
  workspace = bed.workspace();
  chatbotId = (await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' })).id;
});

const analytics = async (past: Omit<PastConversation, 'at'>): Promise<Record<string, unknown>> => {
  const [id = ''] = await remember(bed, workspace, chatbotId, [{ at: noon, ...past }]);
  const conversationId = conversationIds.encode(id);
  return workspace.call('get_conversation_analytics', { chatbotId, conversationId });
};

const angry = [
  { from: 'bot', text: 'How can I help?' },
  { from: 'visitor', text: 'My order is broken and nobody answers, this is terrible.' },
  { from: 'bot', text: 'Could you say that again?' },
  { from: 'visitor', text: 'I want my money back, this is the worst service ever!' },
] as const;

describe('analytics of a conversation', () => {
  it('tell its course, its mood and where it broke off', async () => {
    const found = await analytics({
      seconds: 90,
      status: 'abandoned',
      rating: 1,
      messages: angry,
      visits: [
        { nodeId: 'welcome', nodeType: 'welcome-node', seconds: 0 },
        { nodeId: 'ask', nodeType: 'ask-custom-question-node', seconds: null },
      ],
    });
    expect(found).toEqual({
      conversationId: found.conversationId,
      status: 'abandoned',
      durationSeconds: 90,
      activeSeconds: 90,
      messageCounts: { total: 4, visitor: 2, bot: 2, agent: 0 },
      firstReplySeconds: 30,
      firstHumanReplySeconds: null,
      nodePath: [
        expect.objectContaining({ nodeId: 'welcome', dwellSeconds: 0, exitType: 'edge' }),
        expect.objectContaining({ nodeId: 'ask', dwellSeconds: null, exitType: null }),
      ],
      dropOff: {
        nodeId: 'ask',
        nodeType: 'ask-custom-question-node',
        reason: 'abandoned',
        enteredAt: '2026-11-22T12:00:01.000Z',
      },
      sentiment: expect.objectContaining({ label: 'negative' }),
      language: 'en',
      rating: 1,
      goals: [],
    });
    const { sentiment } = found as unknown as { sentiment: { score: number; signals: { kind: string }[] } };
    expect(sentiment.score).toBeLessThan(0);
    expect(sentiment.signals.map(({ kind }) => kind)).toContain('rating');
  });

  it('claim nothing of a conversation in which nobody said anything', async () => {
    expect(await analytics({ messages: [{ from: 'bot', text: 'Hello!' }] })).toMatchObject({
      durationSeconds: 0,
      activeSeconds: 0,
      firstReplySeconds: null,
      nodePath: [],
      dropOff: null,
      sentiment: { label: 'unknown', score: 0, confidence: 0, method: 'none', signals: [] },
      language: null,
      rating: null,
    });
  });

  it.each(['active', 'waiting_human', 'human', 'completed'] as const)(
    'see no break in one that is %s',
    async status => {
      expect(await analytics({ status, visits: [{ nodeId: 'ask', seconds: null }] })).toMatchObject({ dropOff: null });
    },
  );

  it.each([
    ['the visitor asked for a person', [{ nodeId: 'ask', nodeType: 'ask-name-node' }], true],
    ['the flow called a person', [{ nodeId: 'person', nodeType: 'human-handover-node' }], false],
  ])('tell whether %s', async (_what, visits, asked) => {
    const { sentiment } = await analytics({ handover: true, messages: angry, visits });
    const { signals } = sentiment as { readonly signals: readonly { readonly kind: string }[] };
    expect(signals.some(({ kind }) => kind === 'asked_for_human')).toBe(asked);
  });

  it('give a long way in parts', async () => {
    const visits = Array.from({ length: 700 }, (_, index) => ({ nodeId: `node-${index}` }));
    const first = await analytics({ status: 'failed', visits });
    const seen: string[] = [];
    let part: Record<string, unknown> = first;
    for (;;) {
      seen.push(...(part.nodePath as { nodeId: string }[]).map(({ nodeId }) => nodeId));
      expect(part).toMatchObject({ dropOff: { nodeId: 'node-699', reason: 'failed' } });
      if (part.truncated !== true) break;
      const [fromVisit] = /fromVisit (\d+)/.exec(String(part.next))?.slice(1).map(Number) ?? [];
      part = await workspace.call('get_conversation_analytics', {
        chatbotId,
        conversationId: first.conversationId,
        fromVisit,
      });
    }
    expect(seen).toEqual(visits.map(({ nodeId }) => nodeId));
  });
});
