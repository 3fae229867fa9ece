/** The only one of the candidates that at most so many edits make of a word; edits are of single characters. */
export function onlyNear(word: string, candidates: Iterable<string>, most = 2): string | undefined {
  // Of a short word, two edits make any other.
  const allowed = Math.min(most, Math.floor(word.length / 3));
  const near = [...candidates].filter(candidate => isWithin(word, candidate, allowed));
  return near.length === 1 ? near[0] : undefined;
}

function isWithin(a: string, b: string, most: number): boolean {
  if (a === b || Math.abs(a.length - b.length) > most) return false;
  return distance(a, b) <= most;
}

/** Levenshtein. */
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
