import type { FlowAnalysis } from './analysis.ts';
import type { Finding } from './finding.ts';

/** Finds one kind of thing that is wrong with a graph. */
export type Rule = (flow: FlowAnalysis) => readonly Finding[];
