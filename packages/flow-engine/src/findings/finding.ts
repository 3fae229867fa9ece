import type { FlowOperation } from '../graph/operation.ts';
import type { FindingCode } from './codes.ts';

/** Something about a graph that its author should know. */
export interface Finding {
  /** Errors block publishing, warnings do not. */
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  /** What is wrong and what to do. */
  readonly message: string;
  readonly nodeId?: string;
  readonly edgeId?: string;
  /** JSON pointer (RFC 6901) into the graph: `/nodes/3/data/choices/1/choiceText`. */
  readonly pointer: string;
  /** Pointers to what else takes part. */
  readonly related?: readonly string[];
  /** Present where the remedy is mechanical. */
  readonly fix?: Fix;
}

export interface Fix {
  /** "Remove the edge" */
  readonly title: string;
  readonly operations: readonly FlowOperation[];
}
