import { defineTool, pageInput, pageOutput } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotIdField } from '../fields.ts';
import { listVersions } from '../list-versions.ts';
import { versionOutput } from '../version-view.ts';

export const listFlowVersions = defineTool({
  name: 'list_flow_versions',
  title: 'List flow versions',
  description:
    'List flow versions, newest first, and which is live. Next: get_chatbot_flow, or publish_flow_version to go back to one.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/flow/versions' },
  input: z.object({ chatbotId: chatbotIdField, ...pageInput(100) }),
  output: pageOutput(versionOutput),
}).run(({ chatbotId, ...page }, ctx) => listVersions(ctx, chatbotId, page));
