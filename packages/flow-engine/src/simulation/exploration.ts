import type { FlowStatus } from '../engine/state.ts';
import type { Failure } from '../engine/turn.ts';
import type { Coverage } from './coverage.ts';
import type { SimulationScript } from './script.ts';

/** What many visitors found out about a flow. */
export interface Exploration {
  /** Conversations that were held; fewer than asked for where the work would have been too much. */
  readonly visitors: number;
  /** Conversations by their last status; `active` are those that did not end within their turns. */
  readonly outcomes: Readonly<Partial<Record<FlowStatus, number>>>;
  readonly coverage: Coverage;
  /** Nodes after whose question a conversation ended without a word. */
  readonly deadEnds: readonly { readonly nodeId: string; readonly count: number }[];
  /** By code and node, at most 20. */
  readonly failures: readonly ExploredFailure[];
  /** Nodes of the longest conversation, each visit counted. */
  readonly longestPath: number;
}

export interface ExploredFailure extends Failure {
  readonly count: number;
  /** The first such conversation: `simulate` fails in the same way with it. */
  readonly script: SimulationScript;
}
