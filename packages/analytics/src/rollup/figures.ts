import type { ConversationCounts } from '@conferbot/conversations/contract';
import { type Histogram, histogramOf, mergeHistograms } from './histogram.ts';

/** What is added up, by the names of its columns. */
export const countNames = [
  'views',
  'starts',
  'responses',
  'completions',
  'handovers',
  'contained',
  'ended',
  'abandoned',
  'ratings',
  'good_ratings',
] as const;

export type Counts = Readonly<Record<(typeof countNames)[number], number>>;

export interface Figures extends Counts {
  readonly durations: Histogram;
}

/** Figures of one channel. */
export interface ChannelFigures extends Figures {
  readonly channel: string;
}

/** Conversations of some time that came to a node of a flow version, and went on. */
export type NodePasses = readonly [nodeId: string, nodeType: string, reached: number, left: number];

export function figuresOf({ durations, goodRatings, ...counts }: ConversationCounts): ChannelFigures {
  return { ...counts, good_ratings: goodRatings, durations: histogramOf(durations) };
}

export function sumFigures(all: readonly Figures[]): Figures {
  const counts = Object.fromEntries(countNames.map(name => [name, all.reduce((sum, one) => sum + one[name], 0)]));
  return { ...(counts as Counts), durations: mergeHistograms(all.map(({ durations }) => durations)) };
}

export function sumPasses(all: readonly NodePasses[]): NodePasses[] {
  const sums = new Map<string, NodePasses>();
  for (const [id, type, reached, left] of all) {
    const [, , reachedBefore, leftBefore] = sums.get(id) ?? [id, type, 0, 0];
    sums.set(id, [id, type, reached + reachedBefore, left + leftBefore]);
  }
  return [...sums.values()];
}
