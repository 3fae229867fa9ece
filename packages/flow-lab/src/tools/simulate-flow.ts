import { type SimulationScript, simulate } from '@conferbot/flow-engine';
import { below, fromCaller } from '@conferbot/flows/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { flowSource, sourceFields } from '../flow-source.ts';
import { clockField, inputsField, mocksField, seedField, triggerField } from '../script-fields.ts';
import { simulationOutput, simulationView } from '../simulation-output.ts';

export const simulateFlow = defineTool({
  name: 'simulate_flow',
  title: 'Simulate flow',
  description:
    'Have a scripted visitor talk to a flow: the draft of a chatbot, a version (versionId), or a flow that you give. Nothing is sent, stored or counted. Use it to see what visitors would see, before publishing. Returns the transcript, the path, the variables, what would have been done outside, and what the visitor is asked for at the end: add a matching input and simulate again to go on. To try all paths at once, call explore_flow.',
  safety: { readOnly: true },
  http: { method: 'POST', path: '/flow-lab/simulations' },
  input: z.object({
    ...sourceFields,
    inputs: inputsField,
    seed: seedField.describe('Draws random branches: the same seed draws the same.'),
    clock: clockField,
    mocks: mocksField,
    trigger: triggerField.optional(),
  }),
  output: simulationOutput,
}).run(async ({ chatbotId, versionId, flow, ...script }, ctx) => {
  const { graph } = await flowSource(ctx, { chatbotId, versionId, flow });
  return simulationView(fromCaller(below(''), () => simulate(graph, script as SimulationScript)));
});
