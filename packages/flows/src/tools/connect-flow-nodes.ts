import type { FlowEdge, JsonObject } from '@conferbot/flow-engine';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { connectNodes } from '../connect-nodes.ts';
import { editDraft } from '../edit-draft.ts';
import { chatbotIdField, draftFields, expectedRevisionField } from '../fields.ts';
import { reviewFields } from '../review.ts';

export const connectFlowNodes = defineTool({
  name: 'connect_flow_nodes',
  title: 'Connect flow nodes',
  description:
    'Connect two nodes of the draft flow; an output leads to one node. Returns revision, edge and findings. Next: publish_flow_version, when no error is left.',
  safety: { readOnly: false, destructive: false, idempotent: true },
  http: { method: 'POST', path: '/chatbots/{chatbotId}/flow/edges', status: 201 },
  input: z.object({
    chatbotId: chatbotIdField,
    edge: z
      .looseObject({
        source: z.string().describe('Node before.'),
        target: z.string().describe('Node after.'),
        sourceHandle: z
          .string()
          .nullish()
          .describe('Output: source-<choice id>, source-0 (true), source-1 (false); none: the default.'),
        targetHandle: z.string().nullish().describe('Not needed.'),
        label: z.string().optional().describe('For the editor.'),
        id: z.string().optional().describe('Made when missing.'),
      })
      .describe('The edge.'),
    expectedRevision: expectedRevisionField,
  }),
  output: z.object({
    ...draftFields,
    edge: z.looseObject({}).describe('The edge as it was stored: id, source, target, sourceHandle?, label?.'),
    ...reviewFields,
  }),
}).run(async ({ chatbotId, edge, expectedRevision }, ctx) => {
  let stored: FlowEdge | undefined;
  const { answer } = await editDraft(ctx, chatbotId, {
    expectedRevision,
    change: graph => {
      const connected = connectNodes(graph, edge as JsonObject);
      stored = connected.edge;
      return connected.graph;
    },
  });
  return { ...answer, edge: { ...stored } };
});
