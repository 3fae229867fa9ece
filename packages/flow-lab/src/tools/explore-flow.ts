import { type ExploreOptions, explore } from '@conferbot/flow-engine';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { explorationOutput, explorationView } from '../exploration-output.ts';
import { flowSource, sourceFields } from '../flow-source.ts';
import { mocksField, seedField } from '../script-fields.ts';

export const exploreFlow = defineTool({
  name: 'explore_flow',
  title: 'Explore flow',
  description:
    'Have many made-up visitors talk to a flow: the draft of a chatbot, a version (versionId), or a flow that you give. They answer what is asked, sometimes wrongly, and prefer ways that nobody has gone. Nothing is sent, stored or counted. Use it before publishing, to find outputs that are never taken, dead ends and conversations that fail. Returns coverage, outcomes, dead ends and failures; follow a single path with simulate_flow.',
  safety: { readOnly: true },
  http: { method: 'POST', path: '/flow-lab/explorations' },
  input: z.object({
    ...sourceFields,
    visitors: z.int().min(1).max(200).default(50).describe('How many visitors come, 1 to 200.'),
    maxTurns: z.int().min(1).max(200).default(100).describe('Turns after which a visitor goes away, 1 to 200.'),
    seed: seedField.describe('The same seed explores alike.'),
    mocks: mocksField,
  }),
  output: explorationOutput,
}).run(async ({ chatbotId, versionId, flow, ...options }, ctx) => {
  const { graph } = await flowSource(ctx, { chatbotId, versionId, flow });
  return explorationView(explore(graph, options as ExploreOptions));
});
