import type { FlowGraph } from '@conferbot/flow-engine';
import { type CallContext, cutList } from '@conferbot/plugin';
import { z } from 'zod';
import { flowLibrary } from './contract.ts';

const mostFindings = 50;
const roomForFindings = 16_000;

/** What is wrong with a flow, as every tool says it. */
export const reviewFields = {
  publishable: z.boolean().describe('Whether publish_flow_version takes it: there is no error.'),
  counts: z
    .object({
      errors: z.int().describe('Findings that block publishing.'),
      warnings: z.int().describe('Findings that do not.'),
    })
    .describe('How many findings there are.'),
  findings: z
    .array(
      z.looseObject({
        severity: z.enum(['error', 'warning']).describe('Errors block publishing.'),
        code: z.string().describe('Kind of finding, such as UNREACHABLE_NODE.'),
        message: z.string().describe('What is wrong and what to do.'),
        pointer: z.string().describe('JSON pointer into the flow.'),
      }),
    )
    .describe(
      `The first ${mostFindings} findings, errors first; also nodeId, edgeId, related, and fix {title, operations} where they apply.`,
    ),
};

const review = z.object(reviewFields);

/** Looks through a graph by the rules of this deployment. */
export function reviewOf(ctx: CallContext, graph: FlowGraph): z.input<typeof review> {
  const findings = ctx.use(flowLibrary).findings(graph);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return {
    publishable: errors.length === 0,
    counts: { errors: errors.length, warnings: warnings.length },
    findings: cutList([...errors, ...warnings].slice(0, mostFindings), roomForFindings).map(finding => ({
      ...finding,
    })),
  };
}
