import { flowVersionId } from '@conferbot/chatbots/contract';
import { diff } from '@conferbot/flow-engine';
import { flowLibrary } from '@conferbot/flows/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { changesIn, changesOutput } from '../changes.ts';
import { differenceFields, differenceView } from '../difference-output.ts';
import { chatbotIdField, versionIdField } from '../fields.ts';

export const diffFlowVersions = defineTool({
  name: 'diff_flow_versions',
  title: 'Diff flow versions',
  description:
    'Compare two versions of the flow of a chatbot, or a version with the draft: what a visitor or an author would notice, not how it is stored. Returns sentences, and the same in detail: nodes and their texts and options, edges, variables. Use it before publish_flow_version or restore_flow_version. Secrets are compared as they are shown.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/flow/versions/{fromVersionId}/diff' },
  input: z.object({
    chatbotId: chatbotIdField,
    fromVersionId: versionIdField.describe('Id of the earlier version (ver_…), as list_flow_versions returns it.'),
    toVersionId: versionIdField.optional().describe('Id of the later version (ver_…); leave it out for the draft.'),
  }),
  output: z.object({
    fromVersionId: flowVersionId.output.describe('The earlier version.'),
    toVersionId: flowVersionId.output.nullable().describe('The later version; null for the draft.'),
    same: z.boolean().describe('Whether nothing differs.'),
    changes: changesOutput,
    ...differenceFields,
  }),
}).run(async ({ chatbotId, fromVersionId, toVersionId }, ctx) => {
  const library = ctx.use(flowLibrary);
  const from = await library.version(chatbotId, fromVersionId);
  const to = toVersionId === undefined ? await library.draft(chatbotId) : await library.version(chatbotId, toVersionId);
  const found = diff(from.graph, to.graph);
  return {
    fromVersionId: flowVersionId.encode(fromVersionId),
    toVersionId: toVersionId === undefined ? null : flowVersionId.encode(toVersionId),
    same: found.summary.length === 0,
    changes: changesIn(found),
    ...differenceView(found),
  };
});
