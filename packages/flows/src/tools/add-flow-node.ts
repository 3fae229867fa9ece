import type { JsonObject } from '@conferbot/flow-engine';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { editDraft, operate } from '../edit-draft.ts';
import { chatbotIdField, draftFields, expectedRevisionField } from '../fields.ts';
import { reviewFields } from '../review.ts';

export const addFlowNode = defineTool({
  name: 'add_flow_node',
  title: 'Add flow node',
  description:
    "Add a node to a chatbot's draft flow. Returns revision, node and findings: what its type still asks for. Next: connect_flow_nodes.",
  safety: { readOnly: false, destructive: false, idempotent: true },
  http: { method: 'POST', path: '/chatbots/{chatbotId}/flow/nodes', status: 201 },
  input: z.object({
    chatbotId: chatbotIdField,
    node: z
      .looseObject({
        id: z.string().describe('New in this flow.'),
        type: z.string().describe('Such as message-node, ask-email-node, n-choices-node.'),
        data: z.looseObject({}).describe('By type: text, questionText, choices, …'),
        position: z.looseObject({}).describe('{x, y} in the editor.'),
      })
      .describe('The node.'),
    expectedRevision: expectedRevisionField,
  }),
  output: z.object({
    ...draftFields,
    node: z.looseObject({}).describe('The node as it was stored, its secrets masked.'),
    ...reviewFields,
  }),
}).run(async ({ chatbotId, node, expectedRevision }, ctx) => {
  const { draft, answer } = await editDraft(ctx, chatbotId, {
    expectedRevision,
    change: graph => operate(graph, { op: 'add_node', node: node as JsonObject }),
  });
  return { ...answer, node: { ...draft.graph.nodes.find(({ id }) => id === node.id) } };
});
