import type { Bench } from '../bench.ts';
import { builtScript } from '../built-script.ts';
import type { Comparison, Contest } from '../comparison.ts';
import { runComputation } from '../processes/computation.ts';

/** The flow engine by itself: computations in a process of their own, without a server. */
export const flowEngineComparisons: readonly Comparison[] = [
  {
    name: 'flow-turns',
    subject: 'turns of a flow of 30 nodes, one core',
    baseline: 'a copy and a JSON round trip of the state',
    metric: 'turns per second',
    bars: { first: 0.5, goal: 1 },
    prepare: bench => computationContest(bench, { subject: 'engine/advance', baseline: 'baselines/stored-state' }),
  },
  {
    name: 'flow-validation',
    subject: 'validation of 500 nodes',
    baseline: 'JSON.parse and a plain zod schema',
    metric: 'milliseconds',
    bars: { first: 10, goal: 5 },
    prepare: bench =>
      computationContest(
        bench,
        { subject: 'engine/validate', baseline: 'baselines/parsed-graph' },
        rate => 1000 / rate,
      ),
  },
];

interface Scripts {
  readonly subject: Parameters<typeof builtScript>[0];
  readonly baseline: Parameters<typeof builtScript>[0];
}

/** @param inUnit the value in the unit of the row, from how often a second it was done */
async function computationContest(
  { seconds, warmUpSeconds }: Bench,
  scripts: Scripts,
  inUnit = (perSecond: number) => perSecond,
): Promise<Contest> {
  const side = (name: Scripts['subject']) => async () => ({
    value: inUnit(await runComputation({ script: builtScript(name), seconds, warmUpSeconds })),
  });
  return { subject: side(scripts.subject), baseline: side(scripts.baseline), stop: () => Promise.resolve() };
}
