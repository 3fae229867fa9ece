import { defineTool, pageInput, pageOutput } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotIdField } from '../fields.ts';
import { listVersions } from '../list-versions.ts';
import { versionOutput } from '../version-view.ts';

export const listFlowVersions = defineTool({
  name: 'list_flow_versions',
  title: 'List flow versions',
  description:
    'List saved flow versions for a chatbot, newest first: number, name, contentHash, whether it is live. Next: get_chatbot_flow with versionId to see one, publish_flow_version to go back to it.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/flow/versions' },
  input: z.object({ chatbotId: chatbotIdField, ...pageInput(100) }),
  output: pageOutput(versionOutput),
}).run(({ chatbotId, ...page }, ctx) => listVersions(ctx, chatbotId, page));
