import { readFileSync } from 'node:fs';

/** The languages that lines are labelled in. */
export const labelledLanguages = ['en', 'de', 'es', 'fr'] as const;

/** One line of a visitor and how it feels to whoever reads it. */
export interface LabelledLine {
  readonly text: string;
  readonly label: 'positive' | 'neutral' | 'negative';
}

/**
 * The lines of one language. The scorer was tuned on the `tuned` half; the `heldOut` half was written afterwards and is
 * for measuring only: a line of it that is read wrong is no reason to change the lexicon.
 */
export function labelledLines(language: string, half: 'tuned' | 'heldOut'): LabelledLine[] {
  const file = readFileSync(new URL(`../labelled/${language}.json`, import.meta.url), 'utf8');
  const lines = (JSON.parse(file) as Record<string, Record<LabelledLine['label'], string[]>>)[half];
  return Object.entries(lines ?? {}).flatMap(([label, texts]) =>
    texts.map(text => ({ text, label: label as LabelledLine['label'] })),
  );
}
