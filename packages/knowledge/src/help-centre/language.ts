const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** Which way a language is written. @param locale BCP 47 */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** `de` of `de-AT`. */
export function primaryTag(locale: string): string {
  return new Intl.Locale(locale).language;
}

/** What a language calls itself. */
export function nameOfLanguage(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

/** The normal form of a tag; undefined where it is none. */
export function localeOf(tag: string): string | undefined {
  try {
    return tag.length > 35 ? undefined : new Intl.Locale(tag).toString();
  } catch {
    return undefined;
  }
}
