import { compile } from '../graph/compile.ts';
import type { FlowGraph } from '../graph/graph.ts';

/** The variables that a flow sets. */
export function writtenNames(graph: FlowGraph): ReadonlySet<string> {
  return compile(graph).writtenNames;
}
