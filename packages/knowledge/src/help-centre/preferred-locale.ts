import { localeOf, primaryTag } from './language.ts';

const mostTags = 20;

/**
 * What a visitor reads best of what there is, else the first.
 *
 * @param accepted Value of the header `Accept-Language`
 */
export function preferredLocale<Locale extends string>(
  accepted: string | null,
  available: readonly Locale[],
): Locale | undefined {
  const wanted = tagsOf(accepted ?? '');
  for (const tag of wanted) {
    const exact = available.find(locale => locale === tag);
    const fitting = exact ?? available.find(locale => primaryTag(locale) === primaryTag(tag));
    if (fitting !== undefined) return fitting;
  }
  return available[0];
}

/** Tags in the order in which they are wanted. */
function tagsOf(accepted: string): string[] {
  return accepted
    .split(',', mostTags)
    .map(part => {
      const [tag = '', quality = 'q=1'] = part.split(';').map(piece => piece.trim());
      return { locale: localeOf(tag), quality: Number(quality.replace(/^q=/i, '')) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .flatMap(({ locale }) => locale ?? []);
}
