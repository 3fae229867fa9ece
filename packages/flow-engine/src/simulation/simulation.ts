import type { EffectRequest, EffectResult } from '../engine/effect.ts';
import type { InputRequest } from '../engine/input-request.ts';
import type { FlowStatus, Visitor } from '../engine/state.ts';
import type { Answer, Failure } from '../engine/turn.ts';
import type { JsonObject } from '../values/json.ts';
import type { Coverage } from './coverage.ts';
import type { ScriptInput } from './script.ts';
import type { TranscriptEntry } from './transcript.ts';

/** How a scripted conversation went. */
export interface Simulation {
  readonly status: FlowStatus;
  readonly transcript: readonly TranscriptEntry[];
  /** What the visitor is asked for at the end. */
  readonly input: InputRequest | null;
  readonly variables: JsonObject;
  readonly visitor: Visitor;
  readonly answers: readonly Omit<Answer, 'at'>[];
  /** What would have been done outside. */
  readonly effects: readonly SimulatedEffect[];
  /** Ids of the nodes that were entered, in order. */
  readonly path: readonly string[];
  readonly coverage: Coverage;
  /** What did not fit when its turn came, or came after the end. */
  readonly unusedInputs: readonly ScriptInput[];
  readonly turns: number;
  readonly failure?: Failure;
}

export interface SimulatedEffect {
  readonly nodeId: string;
  readonly awaited: boolean;
  readonly request: EffectRequest;
  /** Of an awaited effect: what it was said to have led to. */
  readonly result?: EffectResult;
}
