import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { editDraft, operate } from '../edit-draft.ts';
import { chatbotIdField, draftFields, expectedRevisionField } from '../fields.ts';
import { reviewFields } from '../review.ts';

export const deleteFlowNode = defineTool({
  name: 'delete_flow_node',
  title: 'Delete flow node',
  description:
    'Remove a node with its edges from the draft flow. Returns revision, removed edges and findings, such as nodes now unreachable. Next: connect_flow_nodes.',
  safety: { readOnly: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/chatbots/{chatbotId}/flow/nodes/{nodeId}' },
  input: z.object({
    chatbotId: chatbotIdField,
    nodeId: z.string().min(1).max(128).describe('From get_chatbot_flow.'),
    expectedRevision: expectedRevisionField,
  }),
  output: z.object({
    deleted: z.literal(true).describe('The node is gone.'),
    ...draftFields,
    removedEdges: z.array(z.looseObject({})).describe('Edges that went with it: id, source, target, sourceHandle?.'),
    ...reviewFields,
  }),
}).run(async ({ chatbotId, nodeId, expectedRevision }, ctx) => {
  let removedEdges: object[] = [];
  const { answer } = await editDraft(ctx, chatbotId, {
    expectedRevision,
    change: graph => {
      removedEdges = graph.edges.filter(({ source, target }) => source === nodeId || target === nodeId);
      return operate(graph, { op: 'delete_node', nodeId });
    },
  });
  return { deleted: true as const, ...answer, removedEdges: removedEdges.map(edge => ({ ...edge })) };
});
