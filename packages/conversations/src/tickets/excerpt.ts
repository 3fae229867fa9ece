const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text on one line, cut between characters where it is too long. */
export function excerpt(text: string, longest: number): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line.length <= longest) return line;
  let cut = '';
  for (const { segment } of characters.segment(line)) {
    if (cut.length + segment.length >= longest) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
