import { flowVersionId } from '@conferbot/chatbots/contract';
import { flowLibrary } from '@conferbot/flows/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotIdField, expectedRevisionField, versionIdField } from '../fields.ts';
import { reviewOf, reviewOutput } from '../review.ts';

export const restoreFlowVersion = defineTool({
  name: 'restore_flow_version',
  title: 'Restore flow version',
  description:
    'Make a saved version the draft of a chatbot again, with the secrets of that version. It replaces the whole draft: edits that no version has are lost. Visitors notice nothing until publish_flow_version is called; to go back to an earlier version for visitors at once, call that with versionId. Use diff_flow_versions first to see what would change. Returns the new revision and the findings.',
  safety: { readOnly: false, destructive: true, idempotent: true },
  http: { method: 'POST', path: '/chatbots/{chatbotId}/flow/versions/{versionId}/restore' },
  input: z.object({
    chatbotId: chatbotIdField,
    versionId: versionIdField,
    expectedRevision: expectedRevisionField,
  }),
  output: z.object({
    revision: z.int().describe('Revision of the draft now.'),
    versionId: flowVersionId.output.describe('The version that the draft is equal to.'),
    ...reviewOutput,
  }),
}).run(async ({ chatbotId, versionId, expectedRevision }, ctx) => {
  const library = ctx.use(flowLibrary);
  await library.version(chatbotId, versionId);
  const { graph: whole } = await library.runnable(versionId);
  const { revision, graph } = await library.edit(chatbotId, { expectedRevision, change: () => whole });
  return { revision, versionId: flowVersionId.encode(versionId), ...reviewOf(ctx, graph) };
});
