import { type Html, html } from './html.ts';
import { directionOf, primaryTag } from './language.ts';
import { ar } from './texts/ar.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import type { Texts } from './texts/texts.ts';

/** The usual one first. */
const all = [en, ar, de, es, fr] as const;

export const spokenLanguages = all.map(({ language }) => language);

/** The texts of pages in some language: where there are none in it they are English, and say so. */
export class Wording {
  readonly texts: Texts;
  readonly #locale: string;

  constructor(locale: string) {
    this.#locale = locale;
    this.texts = all.find(({ language }) => language === primaryTag(locale)) ?? en;
  }

  say(key: { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts]): Html {
    return this.quote(this.texts[key]);
  }

  /** One of the texts. */
  quote(text: string): Html {
    const { language } = this.texts;
    return language === primaryTag(this.#locale)
      ? html`${text}`
      : html`<span lang="${language}" dir="${directionOf(language)}">${text}</span>`;
  }

  date(at: string): string {
    return new Intl.DateTimeFormat(this.#locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));
  }

  minutes(count: number): string {
    return new Intl.NumberFormat(this.#locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count);
  }

  number(count: number): string {
    return new Intl.NumberFormat(this.#locale).format(count);
  }
}
