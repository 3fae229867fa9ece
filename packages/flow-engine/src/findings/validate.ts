import type { FlowGraph } from '../graph/graph.ts';
import { analyze } from './analysis.ts';
import type { Finding } from './finding.ts';
import { rules } from './rules.ts';

export interface ValidateOptions {
  /** Lets addresses of private networks pass, for those who run their services beside their chatbots. */
  readonly allowPrivateUrls?: boolean;
}

/**
 * What an author should know of a graph, in the order of its nodes, then of its edges; errors come first at a place.
 * Takes any graph that `parseGraph` returns.
 */
export function validate(graph: FlowGraph, { allowPrivateUrls = false }: ValidateOptions = {}): readonly Finding[] {
  const flow = analyze(graph);
  return rules
    .flatMap(rule => rule(flow))
    .filter(({ code }) => code !== 'PRIVATE_URL' || !allowPrivateUrls)
    .map(finding => ({ finding, rank: rankOf(finding) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ finding }) => finding);
}

const afterNodes = 1_000_000;

/** The graph as a whole, then nodes, then edges. */
function rankOf({ pointer, severity }: Finding): number {
  const [, list, index] = pointer.split('/');
  const place = index === undefined ? 0 : 1 + Number(index) + (list === 'edges' ? afterNodes : 0);
  return place * 2 + (severity === 'error' ? 0 : 1);
}
