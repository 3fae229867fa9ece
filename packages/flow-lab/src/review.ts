import type { Finding, FlowGraph } from '@conferbot/flow-engine';
import { flowLibrary } from '@conferbot/flows/contract';
import { type CallContext, cutList } from '@conferbot/plugin';
import { z } from 'zod';
import { countFindings, countsOutput, findingOutput } from './finding-output.ts';

const roomForFindings = 40_000;

/** What is wrong with a flow, as every tool says it that looks for it. */
export const reviewOutput = {
  publishable: z.boolean().describe('Whether publish_flow_version takes it: there is no error.'),
  counts: countsOutput,
  findings: z
    .array(findingOutput)
    .describe('What is wrong with the flow: errors first, each in the order of the nodes.'),
  truncated: z.boolean().optional().describe('True when findings were left off to keep the answer short.'),
};

const review = z.object(reviewOutput);

/** Looks through a graph by the rules of this deployment. */
export function reviewOf(ctx: CallContext, graph: FlowGraph): z.input<typeof review> {
  const findings = ctx.use(flowLibrary).findings(graph);
  const counts = countFindings(findings);
  const shown = cutList(findings.toSorted(errorsFirst), roomForFindings);
  return {
    publishable: counts.errors === 0,
    counts,
    findings: shown as unknown as z.input<typeof findingOutput>[],
    ...(shown.length < findings.length ? { truncated: true } : {}),
  };
}

function errorsFirst(a: Finding, b: Finding): number {
  return Number(a.severity === 'warning') - Number(b.severity === 'warning');
}
