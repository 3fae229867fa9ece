/** What happened in the conversation, as far as it tells a mood. Each count is of this one conversation. */
export interface SentimentContext {
  /** The language of the visitor, as a BCP 47 tag. Without it the lexicons vote, and `unknown` is likelier. */
  readonly language?: string | undefined;
  /** Answers that were refused. */
  readonly invalidReplies?: number | undefined;
  /** How often the visitor asked for a person; asking by words is found besides. */
  readonly askedForHuman?: number | undefined;
  /** Answers or articles that were voted not helpful. */
  readonly unhelpfulVotes?: number | undefined;
  /** Questions asked again; those that read alike are found besides. */
  readonly repeatedQuestions?: number | undefined;
  /** The rating that the visitor gave, from 1 (bad) to 5 (good). */
  readonly rating?: number | undefined;
}

/** What a score is made of. */
export type SentimentSignalKind =
  | 'positive_phrase'
  | 'negative_phrase'
  | 'neutral_phrase'
  | 'positive_word'
  | 'negative_word'
  | 'courtesy'
  | 'positive_emoji'
  | 'negative_emoji'
  | 'shouting'
  | 'repeated_punctuation'
  | 'repeated_question'
  | 'asked_for_human'
  | 'invalid_reply'
  | 'unhelpful_vote'
  | 'rating';

/** One kind of evidence: how often it was met, and its part of the score (all add up to it, before it is cut at 1). */
export interface SentimentSignal {
  readonly kind: SentimentSignalKind;
  readonly count: number;
  readonly weight: number;
}

/** How a visitor seems to feel. */
export interface Sentiment {
  /** `unknown` where there is too little to read, or nothing that can be read. */
  readonly label: 'positive' | 'neutral' | 'negative' | 'unknown';
  /** From -1 (negative) to 1 (positive); 0 when unknown. */
  readonly score: number;
  /** From 0 to 1: how much evidence there is and how far it agrees. It is not a probability. */
  readonly confidence: number;
  /** The last third of what the visitor wrote against the first third. */
  readonly trend: 'improving' | 'steady' | 'worsening' | 'unknown';
  /** What the label rests on. */
  readonly method: 'lexicon' | 'behaviour' | 'lexicon+behaviour' | 'none';
  /** The evidence, in the order of its kinds. */
  readonly signals: readonly SentimentSignal[];
}
