/** What search and answers know about a language. All words are folded: lower case, without accents. */
export interface Language {
  /** ISO 639-1 */
  readonly tag: string;
  /** Words that carry no meaning of their own: by them a language is told, and they are not looked up. */
  readonly functionWords: ReadonlySet<string>;
  /** Words that people put around what they ask for, and that say little about it. */
  readonly politeWords: ReadonlySet<string>;
  /** Groups of words or short phrases that visitors and authors use for the same thing. */
  readonly synonyms: readonly (readonly string[])[];
  /** Whole messages that greet, thank or say good-bye. */
  readonly greetings: ReadonlySet<string>;
  readonly thanks: ReadonlySet<string>;
  readonly replies: {
    /** Nothing that is known answers the question. */
    readonly unsure: string;
    readonly greeting: string;
    readonly thanks: string;
  };
}

/** Words of a text that are separated by blanks. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Lines of a text, each a list that is separated by commas. */
export function groups(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map(line => line.split(',').map(part => part.trim()));
}

/** Lines of a text. */
export function lineSet(text: string): ReadonlySet<string> {
  return new Set(
    text
      .trim()
      .split('\n')
      .map(line => line.trim()),
  );
}
