import type { Lexicon } from './lexicon.ts';
import { english } from './lexicons/english.ts';
import { french } from './lexicons/french.ts';
import { german } from './lexicons/german.ts';
import { spanish } from './lexicons/spanish.ts';

/** The languages whose words are read. */
export const lexicons: ReadonlyMap<string, Lexicon> = new Map([
  ['en', english],
  ['de', german],
  ['es', spanish],
  ['fr', french],
]);
