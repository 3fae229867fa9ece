import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { branches } from '../branches.ts';
import { type DataFinding, defineNodeType, type Handle } from '../node-type.ts';
import { scalarNumber, scalarText } from '../scalars.ts';

const weight = scalarNumber(0).optional();

const data = z.looseObject({
  branches: z
    .array(
      z.looseObject({
        id: scalarText(128).optional().describe('Another name for the output.'),
        label: scalarText(200).optional().describe('For the author.'),
        weight: weight.describe('Share of the visitors, in proportion to the other weights.'),
        percentage: weight.describe('The same as a percentage; read where there is no weight.'),
      }),
    )
    .max(100)
    .default([])
    .describe('The ways; none: an even split over `portCount` outputs.'),
  portCount: scalarNumber(2, z.number().int().min(1).max(100)).describe(
    'How many outputs, where there are no branches.',
  ),
});

type RandomFlow = z.infer<typeof data>;

export const randomFlowNode = defineNodeType({
  type: 'random-flow-node',
  group: 'logic',
  title: 'Random path',
  summary: 'Sends each visitor one of several ways by chance, evenly or by weights, as for an A/B test.',
  data,
  aliases: { branches: ['paths', 'options'] },
  example: {
    branches: [
      { id: 'a', weight: 70 },
      { id: 'b', weight: 30 },
    ],
  },
  handles: flow => branches(outputsOf(flow)),
  check: ({ branches }) => checkWeights(branches),
  enter: (flow, call) => leave(`source-${draw(weightsOf(flow), call.random())}`),
});

function outputsOf(flow: RandomFlow): Handle[] {
  return weightsOf(flow).map((_weight, index) => {
    const { id = '', label = '' } = flow.branches[index] ?? {};
    // An id that looks like the number of an output must not stand for another one.
    const synonyms = [`port_${index}`, ...(/^(?:source-|port_)?\d*$/.test(id) ? [] : [id])];
    return { id: `source-${index}`, label: label || id || `path ${index + 1}`, synonyms };
  });
}

/** Shares of the outputs. When they say nothing, because they are all 0, every way is as likely. */
function weightsOf({ branches, portCount }: RandomFlow): number[] {
  if (branches.length === 0) return Array<number>(portCount).fill(1);
  const weights = branches.map(shareOf);
  return weights.some(share => share > 0) ? weights : weights.map(() => 1);
}

function shareOf({ weight, percentage }: RandomFlow['branches'][number]): number {
  return Math.max(0, weight ?? percentage ?? 0);
}

/** Index of the weight that a number in [0, 1) falls into. */
function draw(weights: readonly number[], drawn: number): number {
  let rest = drawn * weights.reduce((sum, share) => sum + share, 0);
  const index = weights.findIndex(share => {
    rest -= share;
    return rest < 0;
  });
  return index === -1 ? weights.findLastIndex(share => share > 0) : index;
}

function checkWeights(branches: RandomFlow['branches']): DataFinding[] {
  if (branches.every(({ weight, percentage }) => weight === undefined && percentage === undefined)) return [];
  return branches.flatMap((branch, index) => {
    if (shareOf(branch) > 0) return [];
    const field = branch.weight === undefined && branch.percentage !== undefined ? 'percentage' : 'weight';
    const message = 'The weight of a branch is a number above 0; nobody takes this one.';
    return [{ code: 'BAD_EXPRESSION', pointer: `/branches/${index}/${field}`, message }];
  });
}
