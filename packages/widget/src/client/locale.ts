/** A language that the widget speaks or writes in. */
export interface Locale {
  /** BCP 47 tag. */
  readonly tag: string;
  /** Its first part: `de` of `de-AT`. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The first tag that is one. */
export function localeOf(...tags: readonly (string | null | undefined)[]): Locale {
  const tag =
    tags.find(written => written && /^[a-z]{2,3}(?:[-_][\w-]*)?$/i.test(written))?.replaceAll('_', '-') ?? 'en';
  const language = tag.split('-', 1)[0]?.toLowerCase() ?? 'en';
  return { tag, language, direction: rightToLeft.has(language) ? 'rtl' : 'ltr' };
}
