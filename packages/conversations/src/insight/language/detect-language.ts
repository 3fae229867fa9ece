import { eld } from 'eld/extrasmall';

/** The language of a text. */
export interface DetectedLanguage {
  /** ISO 639-1, which is also a BCP 47 tag. */
  readonly language: string;
  /** From 0 to 1: how clearly it stands before the next best. */
  readonly confidence: number;
}

/** The languages to choose from, as BCP 47 tags; without any, the 60 that the detector knows. */
export interface DetectLanguageOptions {
  readonly restrictTo?: readonly string[] | undefined;
}

/** Fewer letters are a guess: "hello" reads as Italian. */
const fewestLetters = 12;
/** A lead from which on there is no doubt; scores of the detector are from 0 to 1. */
const clearLead = 0.15;
/** The detector reads about 350 bytes. */
const longestRead = 1000;

/**
 * Tells the language that texts of one person are written in; `null` below 12 letters and where nothing is clear.
 * Loading this module loads a table of 32 MB, so whoever needs it seldom imports it when needed.
 */
export function detectLanguage(texts: Iterable<string>, options: DetectLanguageOptions = {}): DetectedLanguage | null {
  const text = prose(texts);
  if ((text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return null;
  const result = eld.detect(text);
  const allowed = options.restrictTo && new Set(options.restrictTo.map(primary));
  const scores = Object.entries(result.getScores()).filter(([language]) => allowed?.has(language) ?? true);
  const [first, second] = scores.sort(([, one], [, other]) => other - one);
  if (first === undefined || (allowed === undefined && !result.isReliable())) return null;
  const lead = first[1] - (second?.[1] ?? 0);
  return { language: first[0], confidence: Math.round(first[1] * Math.min(1, lead / clearLead) * 100) / 100 };
}

/** The words of the texts, without addresses and numbers, up to 1,000 characters. */
function prose(texts: Iterable<string>): string {
  let read = '';
  for (const text of texts) {
    const words = text.slice(0, longestRead).split(/\s+/u);
    read += `${words.filter(word => !/[@\d]|:\/\/|^www\./u.test(word)).join(' ')}\n`;
    if (read.length >= longestRead) break;
  }
  return read.slice(0, longestRead);
}

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
