import { countRepeatedQuestions } from './repeated-questions.ts';
import type { SentimentContext, SentimentSignal, SentimentSignalKind } from './sentiment.ts';

/** How often each was found in the words of the visitor. */
export interface FoundBehaviour {
  readonly shouting: number;
  readonly repeatedPunctuation: number;
  readonly askedForHuman: number;
  /** Whether the words sound negative: then shouting is anger, otherwise it may be the caps lock. */
  readonly soundsNegative: boolean;
}

/** What the visitor did, as pulls on a score from -1 to 1. The rating is not in it, it outweighs all. */
export function behaviourSignals(
  texts: readonly string[],
  context: SentimentContext,
  found: FoundBehaviour,
): SentimentSignal[] {
  const voice = found.soundsNegative ? 0.3 : 0.1;
  const repeated = Math.max(count(context.repeatedQuestions), countRepeatedQuestions(texts));
  const askedForHuman = Math.max(count(context.askedForHuman), found.askedForHuman);
  const invalid = count(context.invalidReplies);
  return [
    ...signal('shouting', found.shouting, voice, 2),
    ...signal('repeated_punctuation', found.repeatedPunctuation, voice, 2),
    ...signal('repeated_question', repeated, 0.35, 2),
    ...signal('asked_for_human', askedForHuman, 0.15, 3),
    // The first refused answer is a slip.
    ...signal('invalid_reply', invalid, 0.1, 4, 1),
    ...signal('unhelpful_vote', count(context.unhelpfulVotes), 0.4, 2),
  ];
}

function signal(kind: SentimentSignalKind, times: number, pull: number, most: number, free = 0): SentimentSignal[] {
  if (times === 0) return [];
  const weight = -pull * Math.min(Math.max(times - free, 0), most);
  return [{ kind, count: times, weight: weight === 0 ? 0 : weight }];
}

/** A count that somebody else made; what is none counts as nothing. */
function count(given: number | undefined): number {
  return given !== undefined && given > 0 ? Math.min(Math.floor(given), Number.MAX_SAFE_INTEGER) : 0;
}

/** A rating from 1 to 5 on the scale from -1 to 1; undefined for what is no rating. */
export function ratingScore(rating: number | undefined): number | undefined {
  if (rating === undefined || !(rating >= 1 && rating <= 5)) return undefined;
  return (rating - 3) / 2;
}
