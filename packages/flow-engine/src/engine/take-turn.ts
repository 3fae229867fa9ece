import type { FlowVersion } from '../graph/compile.ts';
import { advance } from './advance.ts';
import type { Effect, EffectResult } from './effect.ts';
import { carryOut, type EffectPorts } from './effect-ports.ts';
import type { FlowInput } from './input.ts';
import type { FlowState } from './state.ts';
import type { Turn, Visit } from './turn.ts';

/** A turn whose effects have been carried out. */
export interface TakenTurn extends Turn {
  readonly effects: readonly TakenEffect[];
}

/** Its request may hold secrets: see `maskEffect` before it is shown. */
export interface TakenEffect extends Effect {
  readonly result: EffectResult;
}

/** Effects that are carried out in one turn; further ones fail at once. */
const mostEffects = 50;
const overBudget: EffectResult = {
  ok: false,
  error: { kind: 'blocked', message: `More than ${mostEffects} effects in one turn.` },
};

/**
 * As {@link advance}, for hosts that hold no transaction: carries effects out through the ports and goes on until none is
 * awaited, which is when the visitor has the word or the conversation waits for a time, a person or nothing more. Returns
 * all of it as one turn. A port that throws, hangs or is absent never stops a flow: its effect has failed.
 */
export async function takeTurn(
  version: FlowVersion,
  state: FlowState,
  input: FlowInput,
  ports: EffectPorts,
): Promise<TakenTurn> {
  const effects: Promise<TakenEffect>[] = [];
  const begin = (effect: Effect): void => {
    const result = effects.length < mostEffects ? carryOut(effect, ports) : Promise.resolve(overBudget);
    effects.push(result.then(ended => ({ ...effect, result: ended })));
  };

  let turn = advance(version, state, input, ports);
  turn.effects.forEach(begin);
  for (let awaited = awaitedIn(turn, effects); awaited !== undefined; awaited = awaitedIn(turn, effects)) {
    const { id, result } = await awaited;
    const next = advance(version, turn.state, { kind: 'effect', id, result }, ports);
    next.effects.forEach(begin);
    turn = merged(turn, next);
  }
  return { ...turn, effects: await Promise.all(effects) };
}

function awaitedIn(
  { state, effects }: Turn,
  running: readonly Promise<TakenEffect>[],
): Promise<TakenEffect> | undefined {
  return running[effects.findIndex(({ id }) => id === state.wait?.effectId)];
}

/** Two turns as one. A node that was entered in one and left in the other is passed once. */
function merged(before: Turn, after: Turn): Turn {
  return {
    ...after,
    messages: [...before.messages, ...after.messages],
    effects: [...before.effects, ...after.effects],
    answers: [...before.answers, ...after.answers],
    visits: joined(before.visits, after.visits),
    ...(before.rejection && { rejection: before.rejection }),
  };
}

function joined(before: readonly Visit[], after: readonly Visit[]): Visit[] {
  const last = before.at(-1);
  const [first, ...rest] = after;
  const same = last?.nodeId === first?.nodeId && last?.visit === first?.visit;
  if (last === undefined || first === undefined || !same || last.exit !== undefined) return [...before, ...after];
  return [...before.slice(0, -1), { ...last, ...first }, ...rest];
}
