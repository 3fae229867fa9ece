/** What the pages of a help centre say by themselves. */
export interface Texts {
  /** BCP 47 tag of the language that they are in. */
  readonly language: string;
  readonly skip: string;
  readonly helpCentre: string;
  readonly languages: string;
  readonly youAreHere: string;
  readonly search: string;
  readonly searchLabel: string;
  readonly searchResults: string;
  readonly categories: string;
  readonly popular: string;
  /** Articles that are in no category. */
  readonly other: string;
  /** Before a number. */
  readonly articles: string;
  readonly related: string;
  readonly updated: string;
  readonly nothingYet: string;
  readonly nothingFound: string;
  readonly whatToTry: readonly string[];
  readonly didItHelp: string;
  readonly yes: string;
  readonly no: string;
  readonly thanks: string;
  readonly previous: string;
  readonly next: string;
  readonly missingTitle: string;
  readonly missingText: string;
  readonly refusedTitle: string;
  readonly refusedText: string;
  readonly tooManyTitle: string;
  readonly tooManyText: string;
}
