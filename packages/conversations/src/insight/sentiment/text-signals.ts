import type { MessageReading } from './read-message.ts';
import type { SentimentSignal, SentimentSignalKind } from './sentiment.ts';

/** How much a message without any evidence waters down those with. */
const weightOfSilence = 0.1;

const textKinds: readonly SentimentSignalKind[] = [
  'positive_phrase',
  'negative_phrase',
  'neutral_phrase',
  'positive_word',
  'negative_word',
  'courtesy',
  'positive_emoji',
  'negative_emoji',
];

/** What the words add to the score, by kind: the mean of the messages, the last weighing twice as much as the first. */
export function textSignals(messages: readonly MessageReading[]): SentimentSignal[] {
  const weights = messages.map(({ score }, index) => {
    const recency = messages.length === 1 ? 1 : 0.5 + (0.5 * index) / (messages.length - 1);
    return score === 0 ? recency * weightOfSilence : recency;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const sums = new Map<SentimentSignalKind, { count: number; weight: number }>();
  for (const [index, { score, evidence }] of messages.entries()) {
    const values = evidence.reduce((sum, { value }) => sum + value, 0);
    const share = values === 0 ? 0 : (score / values) * ((weights[index] ?? 0) / all);
    for (const { kind, value } of evidence) {
      const sum = sums.get(kind) ?? { count: 0, weight: 0 };
      sums.set(kind, { count: sum.count + 1, weight: sum.weight + value * share });
    }
  }
  return textKinds.flatMap(kind => {
    const sum = sums.get(kind);
    return sum === undefined ? [] : [{ kind, ...sum }];
  });
}
