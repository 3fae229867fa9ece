import type { SpokenMessage } from '../spoken-message.ts';
import { behaviourSignals, ratingScore } from './behaviour.ts';
import type { MessageReading } from './read-message.ts';
import { readVisitor, type VisitorReading } from './read-visitor.ts';
import type { Sentiment, SentimentContext, SentimentSignal, SentimentSignalKind } from './sentiment.ts';
import { textSignals } from './text-signals.ts';
import { trendOf } from './trend.ts';

/** From here on a score has a side. */
const clearScore = 0.2;
/** Fewer words than these tell nothing by being plain. */
const fewestWords = 3;
/** How much a rating counts against all the rest. */
const ratingShare = 0.75;

/**
 * Judges how a visitor feels by what they wrote (English; short lists for German, Spanish and French) and did. Only
 * messages of the visitor are read. Offline and without a model: sarcasm and much else is beyond it, so it says
 * `unknown` rather than guess, and how sure it is. Never throws, and the same input gives the same result.
 */
export function scoreSentiment(messages: readonly SpokenMessage[], context: SentimentContext = {}): Sentiment {
  const texts = messages.filter(({ from }) => from === 'visitor').map(({ text }) => text);
  const reading = readVisitor(texts, context.language);
  const signals = allSignals(texts, reading, context);
  const score = round(clamp(signals.reduce((sum, { weight }) => sum + weight, 0)));
  const words = reading.messages.reduce((sum, message) => sum + message.words, 0);
  const label = labelOf(score, reading.hasWords && (words >= fewestWords || signals.length > 0), signals);
  if (label === 'unknown') {
    return { label, score: 0, confidence: 0, trend: 'unknown', method: 'none', signals: signals.map(rounded) };
  }
  return {
    label,
    score,
    confidence: round(label === 'neutral' ? neutralConfidence(reading, signals) : confidenceOf(signals)),
    trend: reading.hasWords ? trendOf(reading.messages.map(message => message.score)) : 'unknown',
    method: methodOf(reading, signals),
    signals: signals.map(rounded),
  };
}

function allSignals(texts: readonly string[], reading: VisitorReading, context: SentimentContext): SentimentSignal[] {
  const text = textSignals(reading.messages);
  const behaviour = behaviourSignals(texts, context, {
    shouting: countOf(reading.messages, 'shouting'),
    repeatedPunctuation: countOf(reading.messages, 'repeated_punctuation'),
    askedForHuman: countOf(reading.messages, 'asked_for_human'),
    soundsNegative: text.reduce((sum, { weight }) => sum + weight, 0) < 0,
  });
  const rating = ratingScore(context.rating);
  if (rating === undefined) return [...text, ...behaviour];
  const rest = [...text, ...behaviour];
  const share = (1 - ratingShare) / Math.max(1, Math.abs(rest.reduce((sum, { weight }) => sum + weight, 0)));
  return [
    ...rest.map(signal => ({ ...signal, weight: signal.weight * share })),
    { kind: 'rating', count: 1, weight: rating * ratingShare },
  ];
}

function countOf(messages: readonly MessageReading[], kind: SentimentSignalKind): number {
  return messages.reduce((sum, message) => sum + message.evidence.filter(found => found.kind === kind).length, 0);
}

/** Neutral is said only of what could be read, or was rated so. */
function labelOf(score: number, readable: boolean, signals: readonly SentimentSignal[]): Sentiment['label'] {
  if (score >= clearScore) return 'positive';
  if (score <= -clearScore) return 'negative';
  return readable || signals.some(({ kind }) => kind === 'rating') ? 'neutral' : 'unknown';
}

/** Grows with the evidence, shrinks where it contradicts itself. */
function confidenceOf(signals: readonly SentimentSignal[]): number {
  const pulls = signals.map(({ weight }) => weight);
  const sum = pulls.reduce((total, pull) => total + pull, 0);
  const strength = pulls.reduce((total, pull) => total + Math.abs(pull), 0);
  return Math.min(0.95, (1 - Math.exp(-2.5 * strength)) * (0.3 + (0.7 * Math.abs(sum)) / strength));
}

/** That nothing was found is weak evidence; a plain request, a phrase known to be neutral or a rating of 3 is better. */
function neutralConfidence(reading: VisitorReading, signals: readonly SentimentSignal[]): number {
  if (signals.some(({ kind }) => kind === 'rating')) return 0.8;
  const known = reading.messages.filter(
    ({ score, isRequest, evidence }) =>
      score === 0 && (isRequest || evidence.some(({ kind }) => kind === 'neutral_phrase')),
  );
  return 0.3 + (0.3 * known.length) / Math.max(1, reading.messages.length);
}

const behaviours: ReadonlySet<SentimentSignalKind> = new Set<SentimentSignalKind>([
  'shouting',
  'repeated_punctuation',
  'repeated_question',
  'asked_for_human',
  'invalid_reply',
  'unhelpful_vote',
  'rating',
]);

function methodOf({ hasWords }: VisitorReading, signals: readonly SentimentSignal[]): Sentiment['method'] {
  const byBehaviour = signals.some(({ kind, weight }) => behaviours.has(kind) && weight !== 0);
  const byLexicon = signals.some(({ kind }) => !behaviours.has(kind)) || (hasWords && !byBehaviour);
  if (byBehaviour) return byLexicon ? 'lexicon+behaviour' : 'behaviour';
  return 'lexicon';
}

const clamp = (score: number): number => Math.min(1, Math.max(-1, score));

const round = (value: number): number => Math.round(value * 100) / 100 + 0;

const rounded = (signal: SentimentSignal): SentimentSignal => ({ ...signal, weight: round(signal.weight) });
