import { chatbotId as chatbotIdType, flowVersionId } from '@conferbot/chatbots/contract';
import { flowLibrary, flowPart, flowPartFields } from '@conferbot/flows/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotIdField, versionIdField } from '../fields.ts';

export const getFlowVersion = defineTool({
  name: 'get_flow_version',
  title: 'Get flow version',
  description:
    'Get one saved version of the flow of a chatbot with its nodes and edges, secrets masked. Versions never change. Use list_flow_versions to find one, get_chatbot_flow for the draft, diff_flow_versions to compare, and restore_flow_version to go on from it.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/flow/versions/{versionId}' },
  input: z.object({
    chatbotId: chatbotIdField,
    versionId: versionIdField,
    fromNode: z.int().min(0).default(0).describe('Of a flow that was cut short: index of the node to go on with.'),
  }),
  output: z.object({
    id: flowVersionId.output.describe('Id of the version.'),
    chatbotId: chatbotIdType.output.describe('The chatbot that it belongs to.'),
    number: z.int().describe('1 for the first version of the chatbot.'),
    name: z.string().describe('Name that its author gave it; may be empty.'),
    contentHash: z.string().describe('Equal for equal flows of one chatbot.'),
    nodeCount: z.int().describe('Nodes in it.'),
    edgeCount: z.int().describe('Edges in it.'),
    published: z.boolean().describe('Whether visitors who come now get it.'),
    publishedAt: z.iso.datetime().nullable().describe('When it was last put live, UTC; null when it never was.'),
    createdAt: z.iso.datetime().describe('When it was saved, UTC.'),
    createdBy: z.string().describe('Name of the API key that saved it; system when none did.'),
    ...flowPartFields,
  }),
}).run(async ({ chatbotId, versionId, fromNode }, ctx) => {
  const { id, graph, ...version } = await ctx.use(flowLibrary).version(chatbotId, versionId);
  return {
    ...version,
    id: flowVersionId.encode(id),
    chatbotId: chatbotIdType.encode(version.chatbotId),
    ...flowPart(graph, fromNode, from => `Call get_flow_version again with fromNode ${from}.`),
  };
});
