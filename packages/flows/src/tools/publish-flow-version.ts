import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { flowLibrary } from '../contract.ts';
import { chatbotIdField, versionIdField } from '../fields.ts';
import { reviewFields, reviewOf } from '../review.ts';
import { versionFields, versionView } from '../version-view.ts';

export const publishFlowVersion = defineTool({
  name: 'publish_flow_version',
  title: 'Publish flow version',
  description:
    'Publish a version, or without versionId the draft, as the live flow; running conversations keep theirs. A flow with errors answers conflict and names them.',
  safety: { readOnly: false, destructive: false, idempotent: true },
  scope: 'publish',
  http: { method: 'POST', path: '/chatbots/{chatbotId}/flow/publish' },
  input: z.object({ chatbotId: chatbotIdField, versionId: versionIdField.optional() }),
  output: z.object({
    chatbotId: chatbotIdType.output.describe('Id of the chatbot.'),
    ...versionFields,
    ...reviewFields,
  }),
}).run(async ({ chatbotId, versionId }, ctx) => {
  const library = ctx.use(flowLibrary);
  const chosen = versionId ?? (await library.saveVersion(chatbotId)).id;
  const version = await library.publish(chatbotId, chosen);
  const { graph } = await library.version(chatbotId, chosen);
  return { chatbotId: chatbotIdType.encode(chatbotId), ...versionView(version), ...reviewOf(ctx, graph) };
});
