import { chatbotDirectory, chatbotId as chatbotIdType, flowVersionId } from '@conferbot/chatbots/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { flowPart, flowPartFields } from '../contract/flow-part.ts';
import { flowLibrary } from '../contract.ts';
import { chatbotIdField, versionIdField } from '../fields.ts';
import { reviewFields, reviewOf } from '../review.ts';
import { chatbotFlowView } from '../views/chatbot-flow-view.ts';

export const getChatbotFlow = defineTool({
  name: 'get_chatbot_flow',
  title: 'Get chatbot flow',
  description:
    "Get a chatbot's draft flow, or a version: nodes, edges, revision, findings with remedies. Next: add_flow_node, connect_flow_nodes, update_chatbot_flow.",
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/flow' },
  fields: 'root',
  view: chatbotFlowView,
  input: z.object({
    chatbotId: chatbotIdField,
    versionId: versionIdField.optional(),
    fromNode: z.int().min(0).default(0).describe('Where to go on.'),
  }),
  output: z.object({
    chatbotId: chatbotIdType.output.describe('Id of the chatbot.'),
    revision: z.int().nullable().describe('Revision of the draft; pass it as expectedRevision. null for a version.'),
    versionId: flowVersionId.output.nullable().describe('The version that this is; null for the draft.'),
    ...flowPartFields,
    nodeCount: z.int().describe('Nodes of the whole flow.'),
    edgeCount: z.int().describe('Edges of the whole flow.'),
    ...reviewFields,
    publishedVersionId: flowVersionId.output.nullable().describe('The live version; null when none is.'),
    updatedAt: z.iso.datetime().describe('When the draft last changed, or the version was saved, UTC.'),
  }),
}).run(async ({ chatbotId, versionId, fromNode }, ctx) => {
  const library = ctx.use(flowLibrary);
  const { publishedVersionId } = await ctx.use(chatbotDirectory).get(chatbotId);
  const flow = versionId === undefined ? await library.draft(chatbotId) : await library.version(chatbotId, versionId);
  return {
    chatbotId: chatbotIdType.encode(chatbotId),
    revision: 'revision' in flow ? flow.revision : null,
    versionId: versionId === undefined ? null : flowVersionId.encode(versionId),
    ...flowPart(flow.graph, fromNode, goOn),
    nodeCount: flow.graph.nodes.length,
    edgeCount: flow.graph.edges.length,
    ...reviewOf(ctx, flow.graph),
    publishedVersionId: publishedVersionId === null ? null : flowVersionId.encode(publishedVersionId),
    updatedAt: 'revision' in flow ? flow.updatedAt : flow.createdAt,
  };
});

function goOn(from: number): string {
  return `Call get_chatbot_flow again with fromNode ${from}. To edit a part, use add_flow_node, connect_flow_nodes and delete_flow_node: update_chatbot_flow would drop what is not shown.`;
}
