/** A word of a question with all that it may be called in articles. */
export interface AskedWord {
  readonly word: string;
  /** Terms that stand for it, and how well each does, up to 1. */
  readonly terms: ReadonlyMap<string, number>;
  /** What it says about what is asked: rare words say most. */
  readonly worth: number;
}

/** A question as it is looked up. */
export interface AskedQuestion {
  readonly language: string;
  /** Without words that are in every question. */
  readonly words: readonly AskedWord[];
  /** Whether any of the words says what is asked for. */
  readonly specific: boolean;
}
