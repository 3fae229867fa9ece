/** The candidate that a misspelt name most likely means; undefined when none is near. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = plain(text.slice(0, 60));
  let best: string | undefined;
  let least = Math.floor(wanted.length / 3) + 1;
  for (const candidate of candidates) {
    const differences = distance(wanted, plain(candidate));
    if (differences < least) [best, least] = [candidate, differences];
  }
  return best;
}

/** Spellings of one name: `header_bg_colour` is `headerBgColor`. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace('background', 'bg')
    .replace('colour', 'color');
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
