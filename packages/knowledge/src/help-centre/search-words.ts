const longest = 200;

/** What somebody searches, from `?q=`; what is too long is cut. */
export function searchWords(url: URL): string {
  const words = (url.searchParams.get('q') ?? '')
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return [...words].slice(0, longest).join('').trim();
}
