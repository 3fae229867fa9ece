import { plainText } from '../markdown/plain-text.ts';
import type { Mark, Matcher } from './matches.ts';
import { sentencesOf } from './sentences.ts';

/** A piece of a section as plain text, with the words that were looked for. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const longest = 240;

/** The sentences of a section, from the best one on, as far as they fit. */
export function snippetOf(markdown: string, matcher: Matcher): Snippet {
  const sentences = sentencesOf(plainText(markdown));
  const worths = sentences.map(sentence => matcher.worth(sentence));
  const first = Math.max(0, worths.indexOf(Math.max(...worths)));
  let text = '';
  for (const sentence of sentences.slice(first)) {
    if (text !== '' && text.length + sentence.length >= longest) break;
    text = text === '' ? sentence : `${text} ${sentence}`;
  }
  const cut = shortened(text, matcher);
  return { text: cut, marks: matcher.marks(cut) };
}

/** A sentence that is too long by itself, around its first match. */
function shortened(text: string, matcher: Matcher): string {
  if (text.length <= longest) return text;
  const [mark] = matcher.marks(text);
  const from = mark === undefined || mark.end < longest ? 0 : text.lastIndexOf(' ', mark.start - longest / 3) + 1;
  const piece = text.slice(from, from + longest);
  const end = piece.lastIndexOf(' ') > longest / 2 ? piece.lastIndexOf(' ') : longest;
  const kept = piece
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/^[\uDC00-\uDFFF]/, '');
  return `${from > 0 ? '… ' : ''}${kept}${from + end < text.length ? ' …' : ''}`;
}
