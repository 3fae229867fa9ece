import { applyFixes, type FlowGraph } from '@conferbot/flow-engine';
import { flowLibrary } from '@conferbot/flows/contract';
import { type CallContext, defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { countsOutput } from '../finding-output.ts';
import { flowSource, sourceFields } from '../flow-source.ts';
import { operationOutput } from '../operation-field.ts';
import { reviewOf, reviewOutput } from '../review.ts';

const fixesOutput = z.object({
  operations: z.array(operationOutput).describe('Edits for apply_flow_patch, in order; empty when none helps.'),
  counts: countsOutput.describe('Findings that would be left.'),
});

export const validateFlow = defineTool({
  name: 'validate_flow',
  title: 'Validate flow',
  description:
    'Find out what is wrong with a flow: the draft of a chatbot, a version (versionId), or a flow that you give. Returns the findings, how many block publishing, and whether publish_flow_version would take it. With applyFixes: true it also works out what is mechanical to mend, and returns the operations; nothing is written until you pass them to apply_flow_patch.',
  safety: { readOnly: true },
  http: { method: 'POST', path: '/flow-lab/validations' },
  input: z.object({
    ...sourceFields,
    applyFixes: z.boolean().default(false).describe('true: also return the operations that mend what is mechanical.'),
  }),
  output: z.object({
    revision: z.int().nullable().describe('Revision of the draft; null for a version or a flow that you gave.'),
    ...reviewOutput,
    fixes: fixesOutput.optional().describe('With applyFixes: what would mend the flow.'),
  }),
}).run(async ({ applyFixes: wantsFixes, ...source }, ctx) => {
  const { graph, revision = null } = await flowSource(ctx, source);
  return { revision, ...reviewOf(ctx, graph), ...(wantsFixes && { fixes: fixesOf(ctx, graph) }) };
});

function fixesOf(ctx: CallContext, graph: FlowGraph): z.input<typeof fixesOutput> {
  const { applied, graph: fixed } = applyFixes(graph, ctx.use(flowLibrary).findings(graph));
  const operations = applied.flatMap(({ fix }) => fix?.operations ?? []);
  return { operations: operations.map(operation => ({ ...operation })), counts: reviewOf(ctx, fixed).counts };
}
