import { parseGraph } from '@conferbot/flow-engine';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { below, fromCaller } from '../contract/flow-fault.ts';
import { flowLibrary } from '../contract.ts';
import { editDraft } from '../edit-draft.ts';
import { chatbotIdField, draftFields, expectedRevisionField } from '../fields.ts';
import { reviewFields } from '../review.ts';
import { versionOutput, versionView } from '../version-view.ts';

export const updateChatbotFlow = defineTool({
  name: 'update_chatbot_flow',
  title: 'Update chatbot flow',
  description:
    'Replace the whole draft flow and save a version. Returns revision, version, findings. Live after publish_flow_version. For one step: add_flow_node, connect_flow_nodes.',
  safety: { readOnly: false, destructive: true, idempotent: true },
  http: { method: 'PUT', path: '/chatbots/{chatbotId}/flow' },
  input: z.object({
    chatbotId: chatbotIdField,
    flow: z
      .looseObject({})
      .describe(
        '{nodes: [{id, type, data, position}], edges: [{source, target, sourceHandle?}]}. Masked secrets stay.',
      ),
    versionName: z.string().trim().min(1).max(32).optional().describe('Up to 32 characters.'),
    expectedRevision: expectedRevisionField,
  }),
  output: z.object({
    ...draftFields,
    version: versionOutput.describe('The version that was saved; the newest one where it is the same flow.'),
    ...reviewFields,
  }),
}).run(async ({ chatbotId, flow, versionName, expectedRevision }, ctx) => {
  const graph = fromCaller(below('flow'), () => parseGraph(flow));
  const { answer } = await editDraft(ctx, chatbotId, { expectedRevision, change: () => graph });
  const version = await ctx.use(flowLibrary).saveVersion(chatbotId, versionName);
  return { ...answer, version: versionView(version) };
});
