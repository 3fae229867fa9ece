import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../src/findings/apply-fixes.ts';
import { validate } from '../src/findings/validate.ts';
import { applyOperations, type FlowGraph, parseGraph } from '../src/index.ts';
import { explore } from '../src/simulation/explore.ts';
import { checkedConversation } from './support/checked-conversation.ts';
import { deepFreeze } from './support/deep-freeze.ts';
import { graphs } from './support/generated-graphs.ts';

const { ENGINE_GRAPHS = '300', ENGINE_SEED = '1' } = process.env;
const parameters = { numRuns: Number(ENGINE_GRAPHS), seed: Number(ENGINE_SEED) };
const timeout = 30_000 + parameters.numRuns * 60;

describe('any graph', () => {
  test(
    'is talked to within budgets, alike each time, without losing an answer or touching what it is given',
    () => {
      let turns = 0;
      const talks = fc.property(graphs, fc.integer(), (graph, seed) => {
        turns += checkedConversation(graph, seed, 25);
      });
      fc.assert(talks, parameters);
      expect(turns).toBeGreaterThan(parameters.numRuns);
    },
    timeout,
  );

  test(
    'is validated, with findings that point at something and fixes that can be applied',
    () => {
      const validates = fc.property(graphs, graph => {
        const findings = validate(deepFreeze(graph));
        expect(validate(parseGraph(JSON.parse(JSON.stringify(graph))))).toEqual(findings);
        for (const { pointer, fix } of findings) {
          expect(pointsAt(graph, pointer), pointer).toBe(true);
          if (fix !== undefined) applyOperations(graph, fix.operations);
        }
        const { graph: fixed, left } = applyFixes(graph);
        expect(validate(fixed)).toEqual(left);
      });
      fc.assert(validates, parameters);
    },
    timeout,
  );

  test(
    'is explored, alike each time',
    () => {
      const explores = fc.property(graphs, fc.integer(), (graph, seed) => {
        const options = { seed, visitors: 3, maxTurns: 20 };
        const result = explore(graph, options);
        expect(result.visitors).toBe(3);
        expect(explore(graph, options)).toEqual(result);
      });
      fc.assert(explores, parameters);
    },
    timeout,
  );
});

/** Whether there is something at a JSON pointer, or something that it could be added to. */
function pointsAt(graph: FlowGraph, pointer: string): boolean {
  const keys = pointer.split('/').slice(1, -1);
  let value: unknown = graph;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return false;
    value = Reflect.get(value, key.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return typeof value === 'object' && value !== null;
}
