import { expect } from 'vitest';
import {
  advance,
  budgets,
  compile,
  type FlowGraph,
  type FlowInput,
  type FlowState,
  type FlowVersion,
  startState,
  type Turn,
} from '../../src/index.ts';
import { Draw } from '../../src/simulation/draw.ts';
import { literalsOf } from '../../src/simulation/literals.ts';
import { oddReplies, sampleReplies } from '../../src/simulation/sample-replies.ts';
import { sampleResult } from '../../src/simulation/sample-results.ts';
import { deepFreeze } from './deep-freeze.ts';
import { frozenVersion } from './frozen-version.ts';

const startedAt = Date.parse('2026-03-02T09:00:00.000Z');
const ended = new Set(['completed', 'failed', 'closed']);

/** Talks to a flow, as somebody with no manners, and checks each turn. Returns how many turns there were. */
export function checkedConversation(graph: FlowGraph, seed: number, mostTurns: number): number {
  const version = frozenVersion(graph);
  const other = compile(JSON.parse(JSON.stringify(graph)));
  const draw = new Draw(seed);
  const literals = literalsOf(version);
  let state = startState({ seed, session: { page: '/a', timezone: 'Europe/Berlin' }, variables: { b: 'set' } });
  let now = startedAt;
  let turns = 0;
  for (; turns < mostTurns; turns++) {
    const input = turns === 0 ? ({ kind: 'start' } as const) : nextInput(version, state, draw, literals, now);
    if (input.kind === 'timer') now = Math.max(now, state.wait?.until ?? now);
    const turn = advance(version, deepFreeze(state), deepFreeze(input), { now: () => now });
    const again = advance(other, JSON.parse(JSON.stringify(state)), input, { now: () => now });
    expect(again).toEqual(turn);
    checkTurn(turn, state, version);
    state = turn.state;
  }
  return turns;
}

function nextInput(
  version: FlowVersion,
  state: FlowState,
  draw: Draw,
  literals: ReturnType<typeof literalsOf>,
  now: number,
): FlowInput {
  const { wait } = state;
  if (draw.chance(0.1)) return draw.oneOf(misfits) ?? { kind: 'close' };
  if (state.status === 'waiting_human' && draw.chance(0.5)) return { kind: 'agent_joined' };
  if (wait?.for === 'human') return { kind: draw.chance(0.5) ? 'handback' : 'timer' };
  if (wait?.for === 'effect') {
    return {
      kind: 'effect',
      id: wait.effectId ?? '',
      result: sampleResult(version.nodes.get(wait.nodeId), literals, draw),
    };
  }
  if (wait?.request === undefined) return { kind: 'timer' };
  const replies = draw.chance(0.2)
    ? oddReplies(wait.request)
    : sampleReplies(wait.request, literals.forNode(wait.nodeId), now);
  return { kind: 'reply', ...draw.oneOf(replies) };
}

const misfits: readonly FlowInput[] = [
  { kind: 'start' },
  { kind: 'timer' },
  { kind: 'handback' },
  { kind: 'agent_joined' },
  { kind: 'handover' },
  { kind: 'effect', id: 'nobody', result: { ok: true, value: 'x' } },
  { kind: 'reply' },
  { kind: 'reply', text: '{{a}} \u0000 \ud800 __proto__' },
  { kind: 'reply', text: 'y'.repeat(10_001) },
  { kind: 'reply', choiceId: '__proto__' },
  { kind: 'reply', choiceIds: ['constructor', ''] },
  { kind: 'reply', value: { toString: 'x', length: 1e9 } },
];

function checkTurn(turn: Turn, before: FlowState, version: FlowVersion): void {
  expect(JSON.parse(JSON.stringify(turn)), 'a turn is JSON').toEqual(turn);
  if (turn.ignored !== undefined) {
    expect(turn.state).toBe(before);
    expect([turn.messages, turn.effects, turn.answers, turn.visits]).toEqual([[], [], [], []]);
    return;
  }
  checkBudgets(turn);
  checkWait(turn);
  checkVariables(turn, before, version);
}

function checkBudgets({ visits, messages, state, failure }: Turn): void {
  expect(visits.filter(({ enteredAt }) => enteredAt !== undefined).length).toBeLessThanOrEqual(budgets.stepsPerTurn);
  expect(visits.every(({ visit }) => Number.isInteger(visit) && visit > 0)).toBe(true);
  expect(messages.length).toBeLessThanOrEqual(budgets.messagesPerTurn + (failure ? 1 : 0));
  if (failure?.code !== 'VARIABLE_BUDGET') expect(state.variableSize).toBeLessThanOrEqual(budgets.variableSize);
  expect(failure?.code, failure?.message).not.toBe('NODE_ERROR');
}

/** Who has the word is always clear. */
function checkWait({ status, state, input, effects, failure }: Turn): void {
  expect(state.wait === null).toBe(ended.has(status));
  expect(input).toEqual(state.wait?.request ?? null);
  expect(status === 'failed').toBe(failure !== undefined);
  const awaited = effects.filter(effect => effect.awaited).map(({ id }) => id);
  expect(awaited).toEqual(state.wait?.for === 'effect' ? [state.wait.effectId] : []);
}

/** An answer stays what it is until the same key is written again. */
function checkVariables({ answers, visits, state, failure }: Turn, before: FlowState, version: FlowVersion): void {
  const expected = new Map(Object.entries(before.variables));
  for (const { key, value } of answers) if (key !== '__proto__') expected.set(key, value);
  // A sheet sets variables that are no answers.
  if (visits.some(({ nodeType }) => nodeType === 'google-sheets-node')) return;
  for (const [key, value] of expected) expect(state.variables[key]).toEqual(value);
  if (failure === undefined) for (const { key } of answers) expect(version.writtenNames, key).toContain(key);
}
