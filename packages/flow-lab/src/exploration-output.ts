import type { Exploration, ExploredFailure } from '@conferbot/flow-engine';
import { z } from 'zod';
import { anyObject } from './any-json.ts';
import { coverageOutput, coverageView, failureOutput } from './simulation-output.ts';

/** An exploration as tools return it. */
export const explorationOutput = z.object({
  visitors: z
    .int()
    .describe('Conversations that were held; fewer than asked for where the work would have been too much.'),
  outcomes: z
    .record(z.string(), z.int())
    .describe('Conversations by how they ended; active: they did not within their turns.'),
  coverage: coverageOutput,
  deadEnds: z
    .array(
      z.object({
        nodeId: z.string().describe('The node that asked.'),
        count: z.int().describe('How often the conversation ended after the answer, without a word.'),
      }),
    )
    .describe('The first 100 questions after which conversations ended without a word.'),
  failures: z
    .array(
      failureOutput.extend({
        count: z.int().describe('How often it happened.'),
        script: anyObject
          .optional()
          .describe(
            'The first such conversation: give its members to simulate_flow to see it. Absent when it is long.',
          ),
      }),
    )
    .describe('Kinds of failure, up to 20.'),
  longestPath: z.int().describe('Nodes of the longest conversation, each visit counted.'),
});

export function explorationView(exploration: Exploration): z.input<typeof explorationOutput> {
  const { outcomes, coverage, deadEnds, failures, ...rest } = exploration;
  return {
    ...rest,
    outcomes: { ...outcomes },
    coverage: coverageView(coverage),
    deadEnds: deadEnds.slice(0, 100),
    failures: failures.map(withoutLongScript),
  };
}

const roomForScript = 2_000;

function withoutLongScript({ script, ...failure }: ExploredFailure) {
  return JSON.stringify(script).length > roomForScript ? failure : { ...failure, script: { ...script } };
}
