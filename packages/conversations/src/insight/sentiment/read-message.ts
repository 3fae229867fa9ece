import type { Lexicon } from './lexicon.ts';
import { type Evidence, emojiEvidence, readSentence, type SentenceReading } from './read-sentence.ts';
import { type Sentence, sentencesOf } from './sentence.ts';

/** What one message of the visitor says. */
export interface MessageReading {
  /** From -1 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly words: number;
  /** Whether it asks for a fact or for something to be done. */
  readonly isRequest: boolean;
}

/** How much evidence makes a score of about 0.7. */
const saturation = 15;

/** Reads a message; without a lexicon only what is in no language, its emoji. */
export function readMessage(text: string, lexicon: Lexicon | undefined): MessageReading {
  const sentences = sentencesOf(text, lexicon?.split ?? (word => [word]));
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.filter(word => word !== ',').length, 0);
  if (lexicon === undefined) {
    const evidence = emojiEvidence(sentences.flatMap(({ emoji }) => emoji));
    return { score: scoreOf(evidence), evidence, words, isRequest: false };
  }
  const readings = sentences.map(sentence => readSentence(sentence, lexicon));
  const isRequest = readings.some(reading => reading.isRequest);
  const evidence = [...weighed(readings, isRequest), ...sentences.flatMap(raisedVoice)];
  return { score: scoreOf(evidence), evidence, words, isRequest };
}

function weighed(readings: readonly SentenceReading[], isRequest: boolean): Evidence[] {
  const all: Evidence[] = [];
  for (const reading of readings) {
    if (reading.contrasts) for (const evidence of all) evidence.value *= 0.5;
    all.push(...reading.evidence);
  }
  letPhrasesOverride(all);
  turnSarcasm(all);
  return withoutMereCourtesy(all, isRequest);
}

/** A phrase knows better than the words around it: in "Great, it crashed again" nothing is great. */
function letPhrasesOverride(all: readonly Evidence[]): void {
  const phrases = all.filter(({ kind }) => kind.endsWith('_phrase')).reduce((sum, { value }) => sum + value, 0);
  if (Math.abs(phrases) < 1.2) return;
  for (const evidence of all) {
    if (evidence.kind.endsWith('_word') && evidence.value * phrases < 0) evidence.value *= 0.3;
  }
}

/** Praise at the start of nothing but complaints is none. */
function turnSarcasm(all: readonly Evidence[]): void {
  const [opener, ...rest] = all;
  if (opener?.isOpener !== true || rest.some(({ value }) => value > 0)) return;
  if (rest.reduce((sum, { value }) => sum + value, 0) <= -1.5) opener.value *= -0.3;
}

/** Thanks beside a complaint or a request are manners; otherwise they count once. */
function withoutMereCourtesy(all: Evidence[], isRequest: boolean): Evidence[] {
  const mere = isRequest || all.some(({ value }) => value <= -0.8);
  let seen = mere;
  return all.filter(({ kind }) => {
    if (kind !== 'courtesy') return true;
    const keep = !seen;
    seen = true;
    return keep;
  });
}

function raisedVoice({ shouted, end }: Sentence): Evidence[] {
  const evidence: Evidence[] = [];
  if (shouted) evidence.push({ kind: 'shouting', value: 0 });
  if (/\?[!?]/.test(end)) evidence.push({ kind: 'repeated_punctuation', value: 0 });
  return evidence;
}

function scoreOf(evidence: readonly Evidence[]): number {
  const sum = evidence.reduce((total, { value }) => total + value, 0);
  return sum / Math.sqrt(sum * sum + saturation);
}
