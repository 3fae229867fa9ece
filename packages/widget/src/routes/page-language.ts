/** Languages that the widget has texts in, the usual one first. */
const spoken = ['en', 'ar', 'de', 'es', 'fr'];

/** The language that a visitor wants most of those that the widget speaks. */
export function pageLanguage(request: Request): string {
  const wanted = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map(part => {
      const [tag = '', quality = 'q=1'] = part.split(';').map(piece => piece.trim());
      return { language: tag.split('-')[0]?.toLowerCase() ?? '', quality: Number(quality.replace('q=', '')) };
    })
    .filter(({ language, quality }) => spoken.includes(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.language ?? 'en';
}
