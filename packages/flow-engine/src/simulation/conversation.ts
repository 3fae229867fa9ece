import { advance } from '../engine/advance.ts';
import type { EffectResult } from '../engine/effect.ts';
import type { FlowInput } from '../engine/input.ts';
import { startState } from '../engine/start-state.ts';
import type { FlowState, Trigger } from '../engine/state.ts';
import type { Turn } from '../engine/turn.ts';
import type { FlowVersion } from '../graph/compile.ts';
import type { ScriptInput, SimulationScript } from './script.ts';

/** One conversation with a clock of its own, that stands still but for timers. */
export class Conversation {
  readonly version: FlowVersion;
  now: number;
  turn: Turn;
  readonly #start: Omit<SimulationScript, 'inputs'>;
  readonly #inputs: ScriptInput[] = [];
  readonly #results = new Map<string, EffectResult[]>();
  readonly #keep: (state: FlowState) => FlowState;

  /** @param keep what becomes of the state between turns */
  constructor(
    version: FlowVersion,
    { seed = 1, ...trigger }: Trigger,
    now: number,
    keep = (state: FlowState) => state,
  ) {
    this.version = version;
    this.now = now;
    this.#keep = keep;
    this.#start = { clock: new Date(now).toISOString(), seed, trigger };
    this.turn = this.#advance(startState({ ...trigger, seed }), { kind: 'start' });
  }

  get hasEnded(): boolean {
    const { status } = this.turn;
    return status === 'completed' || status === 'failed' || status === 'closed';
  }

  /** What happened so far, so that it can be simulated again. */
  get script(): SimulationScript {
    return { ...this.#start, inputs: [...this.#inputs], mocks: Object.fromEntries(this.#results) };
  }

  give(input: ScriptInput): Turn {
    this.#inputs.push(input);
    if (!('event' in input)) return this.#take({ ...input, kind: 'reply' });
    if (input.event === 'timer') this.now = this.#until;
    return this.#take({ kind: input.event });
  }

  /** Goes on at the time for which the conversation waits, without an event of the script. */
  passTimer(): Turn {
    this.now = this.#until;
    return this.#take({ kind: 'timer' });
  }

  /** Gives the result of the effect for which the conversation waits. */
  giveResult(result: EffectResult): Turn {
    const { nodeId = '', effectId = '' } = this.turn.state.wait ?? {};
    const results = this.#results.get(nodeId);
    if (results === undefined) this.#results.set(nodeId, [result]);
    else results.push(result);
    return this.#take({ kind: 'effect', id: effectId, result });
  }

  get #until(): number {
    return Math.max(this.now, this.turn.state.wait?.until ?? this.now);
  }

  #take(input: FlowInput): Turn {
    this.turn = this.#advance(this.turn.state, input);
    return this.turn;
  }

  #advance(state: FlowState, input: FlowInput): Turn {
    return advance(this.version, this.#keep(state), input, { now: () => this.now });
  }
}
