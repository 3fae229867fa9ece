import type { Json } from '../values/json.ts';
import type { Effect } from './effect.ts';
import type { InputRequest } from './input-request.ts';
import type { Message } from './message.ts';
import type { FlowState, FlowStatus } from './state.ts';

/** What one input led to. */
export interface Turn {
  readonly state: FlowState;
  readonly status: FlowStatus;
  readonly messages: readonly Message[];
  /** What the visitor is asked for now; null when it is not their turn. */
  readonly input: InputRequest | null;
  readonly effects: readonly Effect[];
  /** Answers taken in this turn, oldest first; a loop answers again rather than over. */
  readonly answers: readonly Answer[];
  /** Nodes passed, in order. */
  readonly visits: readonly Visit[];
  /** The reply that was not taken. */
  readonly rejection?: { readonly nodeId: string; readonly attempt: number; readonly message: string };
  /** Why nothing happened: the input did not fit what the conversation waits for. */
  readonly ignored?: 'ended' | 'not_started' | 'started' | 'not_waiting_for_this';
  /** Why the conversation is `failed`. */
  readonly failure?: Failure;
}

export interface Answer {
  readonly nodeId: string;
  readonly key: string;
  readonly value: Json;
  /** Plain text; empty where nothing was asked, as for a computed value. */
  readonly question: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Visit {
  readonly nodeId: string;
  readonly nodeType: string;
  /** 1 for the first visit of the node. */
  readonly visit: number;
  /** Milliseconds since 1970; absent when the node was entered in an earlier turn. */
  readonly enteredAt?: number;
  /** Absent while the node waits. */
  readonly exitedAt?: number;
  readonly exit?: VisitExit;
  /** Edge that was taken. */
  readonly edgeId?: string;
  /** Output that was asked for; null is the default one. Absent after a jump. */
  readonly handle?: string | null;
}

/** `skipped`: the type is unknown or its data broken, so that its default output was taken. */
export type VisitExit = 'edge' | 'jump' | 'end' | 'skipped' | 'failed';

export interface Failure {
  readonly code:
    | 'STEP_BUDGET'
    | 'TURN_BUDGET'
    | 'VARIABLE_BUDGET'
    | 'MESSAGE_BUDGET'
    | 'RENDER_BUDGET'
    | 'MATCH_BUDGET'
    | 'NODE_ERROR';
  readonly message: string;
  readonly nodeId?: string;
}
