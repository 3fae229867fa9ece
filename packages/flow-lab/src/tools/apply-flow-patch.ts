import { diff, type FlowGraph } from '@conferbot/flow-engine';
import { type FlowDraft, type FlowEdit, type FlowLibrary, flowLibrary } from '@conferbot/flows/contract';
import { defineTool, Fault } from '@conferbot/plugin';
import { z } from 'zod';
import { changesIn, changesOutput } from '../changes.ts';
import { chatbotIdField, expectedRevisionField } from '../fields.ts';
import { operationField, readOperations } from '../operation-field.ts';
import { patchGraph } from '../patch-graph.ts';
import { reviewOf, reviewOutput } from '../review.ts';

export const applyFlowPatch = defineTool({
  name: 'apply_flow_patch',
  title: 'Apply flow patch',
  description:
    'Edit the draft of a flow by a batch of operations in one call: add_node, update_node, delete_node, connect, disconnect. They apply in order, all or none: when one does not fit, nothing is written and its index is named. Use it instead of many calls of add_flow_node and connect_flow_nodes, and with dryRun: true to see what would come of it. Returns the revision, what changed in words, and the findings. Call publish_flow_version to put it live.',
  safety: { readOnly: false, destructive: true, idempotent: false },
  http: { method: 'PATCH', path: '/chatbots/{chatbotId}/flow' },
  input: z.object({
    chatbotId: chatbotIdField,
    operations: z.array(operationField).min(1).max(1_000).describe('The edits, in order. Up to 1,000.'),
    expectedRevision: expectedRevisionField,
    dryRun: z.boolean().default(false).describe('true: nothing is written.'),
  }),
  output: z.object({
    revision: z.int().describe('Revision of the draft; with dryRun the one that it keeps.'),
    written: z.boolean().describe('Whether the draft has changed; false with dryRun.'),
    changes: changesOutput,
    ...reviewOutput,
  }),
}).run(async ({ chatbotId, operations, expectedRevision, dryRun }, ctx) => {
  const edits = readOperations(operations);
  let before: FlowGraph | undefined;
  const change: FlowEdit['change'] = graph => {
    before = graph;
    return patchGraph(graph, edits);
  };
  const edit = { expectedRevision, change };
  const library = ctx.use(flowLibrary);
  const { revision, graph } = dryRun ? await rehearse(library, chatbotId, edit) : await library.edit(chatbotId, edit);
  return { revision, written: !dryRun, changes: changesIn(diff(before ?? graph, graph)), ...reviewOf(ctx, graph) };
});

/** What an edit would make of the draft. */
async function rehearse(
  library: FlowLibrary,
  chatbotId: string,
  { expectedRevision, change }: FlowEdit,
): Promise<FlowDraft> {
  const draft = await library.draft(chatbotId);
  if (expectedRevision !== undefined && expectedRevision !== draft.revision) {
    throw new Fault('conflict', `The draft is at revision ${draft.revision} by now, not ${expectedRevision}.`, {
      fix: 'Call get_chatbot_flow to see what has changed, make the operations fit, and call again.',
      details: [{ path: 'expectedRevision', message: `The draft is at revision ${draft.revision}.` }],
    });
  }
  return { ...draft, graph: change(draft.graph) };
}
