import type { InputKind, InputRequest } from '@conferbot/flow-engine';

/** What an attempt at a value has in it, however it failed. */
const attempts: Partial<Readonly<Record<InputKind, RegExp>>> = {
  email: /@|^\S+ \(?at\)? \S+$/i,
  phone: /\p{Nd}(?:\P{L}*\p{Nd}){3}/u,
  number: /\p{Nd}/u,
  url: /:\/\/|[^\s.]\.[^\s.]{2}/,
  date: /\p{Nd}/u,
  location: /\p{Nd}|,/u,
};

const questionMark = /[?\u037E\u061F\u2047\u2048\u2049\uFF1F][^\p{L}\p{N}]*$/u;
/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
/** Characters that are looked at: what is longer has words enough. */
const longest = 400;

/**
 * Whether a text that the flow turned back asks something, rather than tries to answer. Where something is to be chosen
 * that is any text of two words or with a question mark at its end; where a value is to be written, one of three words
 * in which there is no such value, or with a question mark at its end.
 */
export function isQuestion(text: string, { kind }: Pick<InputRequest, 'kind'>): boolean {
  const said = text.trim();
  const words = countWords(said.slice(0, longest));
  const asks = questionMark.test(said.slice(-longest));
  const isAttempt = attempts[kind]?.test(said) === true;
  switch (kind) {
    case 'choice':
    case 'choices':
    case 'rating':
      return words >= 2 || (words === 1 && asks);
    case 'text':
      return asks && words >= 2;
    default:
      return (asks && words >= (isAttempt ? 2 : 1)) || (words >= 3 && !isAttempt);
  }
}

function countWords(text: string): number {
  const parts = text.split(/\s+/).filter(part => /[\p{L}\p{N}]/u.test(part));
  return parts.reduce((sum, part) => sum + (unspaced.test(part) ? countSegments(part) : 1), 0);
}

function countSegments(part: string): number {
  return [...segmenter.segment(part)].filter(({ isWordLike }) => isWordLike).length;
}
