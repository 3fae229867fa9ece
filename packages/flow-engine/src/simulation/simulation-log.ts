import type { EffectResult } from '../engine/effect.ts';
import type { Reply } from '../engine/input.ts';
import { maskEffect } from '../engine/mask-effect.ts';
import type { Turn } from '../engine/turn.ts';
import type { FlowVersion } from '../graph/compile.ts';
import { CoverageLog } from './coverage.ts';
import type { ScriptInput } from './script.ts';
import type { SimulatedEffect, Simulation } from './simulation.ts';
import { replyText, type TranscriptEntry } from './transcript.ts';

/** Writes down a simulated conversation, turn by turn. */
export class SimulationLog {
  readonly #transcript: TranscriptEntry[] = [];
  readonly #answers: Simulation['answers'][number][] = [];
  readonly #effects: SimulatedEffect[] = [];
  readonly #path: string[] = [];
  readonly #unused: ScriptInput[] = [];
  readonly #coverage: CoverageLog;

  constructor(version: FlowVersion) {
    this.#coverage = new CoverageLog(version);
  }

  reply(reply: Reply, before: Turn): void {
    this.#transcript.push({ from: 'visitor', text: replyText(reply, before.input) });
  }

  turn({ messages, answers, effects, visits }: Turn): void {
    this.#transcript.push(...messages.map(message => ({ from: 'bot' as const, ...message })));
    this.#answers.push(...answers.map(({ at: _at, ...answer }) => answer));
    this.#effects.push(
      ...effects.map(({ id: _id, ...effect }) => ({ ...effect, request: maskEffect(effect.request) })),
    );
    for (const visit of visits) {
      if (visit.enteredAt !== undefined) this.#path.push(visit.nodeId);
      this.#coverage.add(visit);
    }
  }

  /** What became of the effect that was last asked for. */
  result(result: EffectResult): void {
    const effect = this.#effects.pop();
    if (effect !== undefined) this.#effects.push({ ...effect, result });
  }

  unused(inputs: readonly ScriptInput[]): void {
    this.#unused.push(...inputs);
  }

  finish({ status, input, state, failure }: Turn): Simulation {
    return {
      status,
      transcript: this.#transcript,
      input,
      variables: state.variables,
      visitor: state.visitor,
      answers: this.#answers,
      effects: this.#effects,
      path: this.#path,
      coverage: this.#coverage.result(),
      unusedInputs: this.#unused,
      turns: state.turn,
      ...(failure && { failure }),
    };
  }
}
