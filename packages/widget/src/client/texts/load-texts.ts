import { texts as english } from './en.ts';
import type { Texts } from './texts.ts';

const languages: Readonly<Record<string, () => Promise<{ readonly texts: Texts }>>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
};

/** The texts of a language; English where there are none, or they cannot be loaded. */
export async function loadTexts(language: string): Promise<Texts> {
  const loaded = await languages[language]?.().catch(() => undefined);
  return loaded?.texts ?? english;
}
