import type { AnalyzedNode, FlowAnalysis } from '../analysis.ts';
import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

const most = 5;

/** TOO_MANY_MESSAGES_IN_A_ROW, where the first message too many is said */
export const messagesInARow: Rule = flow => {
  const runs = longestRuns(flow);
  return [...flow.reachable]
    .filter(node => isMessage(node) && runs.get(node) === most + 1)
    .map(node => {
      const message = `Up to "${node.id}" the bot says more than ${most} things in a row. Join some, or ask something between.`;
      return atNode(node, 'TOO_MANY_MESSAGES_IN_A_ROW', message);
    });
};

/** Messages said since the visitor had a word, at most; counted no further than needed, which ends circles. */
function longestRuns({ start }: FlowAnalysis): Map<AnalyzedNode, number> {
  const runs = new Map<AnalyzedNode, number>();
  if (start === undefined) return runs;
  const queue = new Set([start]);
  runs.set(start, said(start, 0));
  for (const node of queue) {
    queue.delete(node);
    for (const { to } of node.ways) {
      const run = said(to, runs.get(node) ?? 0);
      if (run <= (runs.get(to) ?? -1)) continue;
      runs.set(to, run);
      queue.add(to);
    }
  }
  return runs;
}

const said = (node: AnalyzedNode, run: number) =>
  node.waits ? 0 : Math.min(run + (isMessage(node) ? 1 : 0), most + 2);

const isMessage = ({ type }: AnalyzedNode) => type?.group === 'send';
