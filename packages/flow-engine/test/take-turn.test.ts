import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  advance,
  compile,
  type EffectPorts,
  type EffectResult,
  parseGraph,
  startState,
  type TakenTurn,
  takeTurn,
} from '../src/index.ts';

const clock = { now: () => 0 };
const start = { kind: 'start' } as const;

function flowOf(...nodes: { id: string; type: string; data?: object }[]) {
  const edges = nodes.slice(1).map(({ id }, index) => ({ source: nodes[index]?.id, target: id }));
  return compile(parseGraph({ nodes, edges }));
}

const welcome = { id: 'start', type: 'welcome-node', data: { text: 'Hi' } };
const order = {
  id: 'order',
  type: 'webhook-node',
  data: { url: 'https://api.example.com/order', answerVariable: 'order', errorMessage: 'No luck.', maxRetries: 0 },
};
const bye = { id: 'bye', type: 'message-node', data: { text: 'State: {{order.state}}' } };

const said = ({ messages }: TakenTurn) => messages.map(({ text }) => text);
const outcomes = ({ effects }: TakenTurn) => effects.map(({ result }) => (result.ok ? 'ok' : result.error.kind));

describe('a turn with its effects', () => {
  const version = flowOf(welcome, order, bye, { id: 'ask', type: 'ask-test-node' });

  it('goes on with the results until nothing is awaited, as one turn', async () => {
    const http = vi.fn<NonNullable<EffectPorts['http']>>(async () => ({ ok: true, value: { state: 'sent' } }));
    const turn = await takeTurn(version, startState(), start, { ...clock, http });
    expect(said(turn)).toEqual(['Hi', 'State: sent']);
    expect(turn.status).toBe('completed');
    expect(turn.effects).toMatchObject([{ nodeId: 'order', awaited: true, result: { ok: true } }]);
    expect(turn.answers).toMatchObject([{ key: 'order', value: { state: 'sent' } }]);
    expect(http.mock.calls[0]?.[1]).toMatchObject({ id: turn.effects[0]?.id, nodeId: 'order' });
  });

  it('passes a node that waited for its effect once', async () => {
    const turn = await takeTurn(version, startState(), start, clock);
    expect(turn.visits.map(({ nodeId, exit }) => [nodeId, exit])).toEqual([
      ['start', 'edge'],
      ['order', 'edge'],
      ['bye', 'edge'],
      ['ask', 'skipped'],
    ]);
    expect(turn.visits[1]).toMatchObject({ enteredAt: 0, exitedAt: 0 });
  });

  it('says the same as the turns that it is made of', async () => {
    const taken = await takeTurn(version, startState(), start, clock);
    const first = advance(version, startState(), start, clock);
    const id = first.effects[0]?.id ?? '';
    const result: EffectResult = { ok: false, error: { kind: 'not_configured' } };
    const second = advance(version, first.state, { kind: 'effect', id, result }, clock);
    expect(taken.state).toEqual(second.state);
    expect(taken.messages).toEqual([...first.messages, ...second.messages]);
  });

  it('leaves an input that does not fit alone', async () => {
    const http = vi.fn<NonNullable<EffectPorts['http']>>();
    const { state } = advance(version, startState(), start, clock);
    const turn = await takeTurn(version, state, { kind: 'reply', text: 'Hello?' }, { ...clock, http });
    expect(turn).toMatchObject({ ignored: 'not_waiting_for_this', state, effects: [] });
    expect(http).not.toHaveBeenCalled();
  });
});

describe('a port that does not do its work', () => {
  const version = flowOf(welcome, order, bye);

  it.each<[string, EffectPorts['http'], string]>([
    ['is absent', undefined, 'not_configured'],
    [
      'throws',
      () => {
        throw new Error('no');
      },
      'failed',
    ],
    ['rejects', () => Promise.reject(new Error('no')), 'failed'],
    ['says that it failed', async () => ({ ok: false, error: { kind: 'dns' } }), 'dns'],
    ['returns nothing', async () => undefined as never, 'bad_response'],
    ['returns half a result', async () => ({ ok: false }) as never, 'bad_response'],
    ['returns what is no JSON', async () => ({ ok: true, value: 1n as never }), 'failed'],
  ])('never stops the flow when it %s', async (_what, http, kind) => {
    const turn = await takeTurn(version, startState(), start, { ...clock, ...(http && { http }) });
    expect(outcomes(turn)).toEqual([kind]);
    expect(said(turn)).toEqual(['Hi', 'No luck.', 'State: ']);
    expect(turn.status).toBe('completed');
  });

  describe('in time', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('is told to stop, and waited for no longer', async () => {
      let aborted = false;
      const turn = takeTurn(version, startState(), start, {
        ...clock,
        http: (_request, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              aborted = true;
              reject(new Error('too late'));
            });
          }),
      });
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(outcomes(await turn)).toEqual(['timeout']);
      expect(aborted).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    });

    it('leaves nothing behind when it does its work after all', async () => {
      await takeTurn(version, startState(), start, { ...clock, http: async () => ({ ok: true, value: null }) });
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});

describe('several effects of a turn', () => {
  it('are carried out in the order in which the flow asks for them, awaited or not', async () => {
    const mail = { id: 'mail', type: 'email-node', data: { to: 'a@example.com', subject: 'S', body: 'B' } };
    const done: string[] = [];
    const port = (kind: string) => async (): Promise<EffectResult> => {
      done.push(kind);
      return { ok: true, value: null };
    };
    const turn = await takeTurn(flowOf(welcome, mail, order, { ...mail, id: 'again' }), startState(), start, {
      ...clock,
      http: port('http'),
      mail: port('mail'),
    });
    expect(done).toEqual(['mail', 'http', 'mail']);
    expect(turn.effects.map(({ nodeId }) => nodeId)).toEqual(['mail', 'order', 'again']);
  });

  it('are no more than a turn may have, however the nodes lead round', async () => {
    const graph = parseGraph({
      nodes: [welcome, { ...order, data: { url: 'https://example.com' } }],
      edges: [
        { source: 'start', target: 'order' },
        { source: 'order', target: 'order' },
      ],
    });
    const http = vi.fn<NonNullable<EffectPorts['http']>>(async () => ({ ok: true, value: null }));
    const turn = await takeTurn(compile(graph), startState(), start, { ...clock, http });
    expect(http).toHaveBeenCalledTimes(50);
    expect(turn.failure).toMatchObject({ code: 'TURN_BUDGET' });
    expect(outcomes(turn).slice(49, 51)).toEqual(['ok', 'blocked']);
  });
});
