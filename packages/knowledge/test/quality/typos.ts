const neighbours: Readonly<Record<string, string>> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'w',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
};
const shortest = 5;
const share = 0.35;

/** A text as it is typed in haste: letters swapped, left out, doubled or missed. The same seed gives the same. */
export function withTypos(text: string, seed: number): string {
  const next = numbers(seed);
  const words = text.split(' ');
  const long = words.flatMap((word, index) => (letters(word) >= shortest ? [index] : []));
  const certain = long[Math.floor(next() * long.length)];
  return words
    .map((word, index) => {
      const chosen = next() < share || index === certain;
      return chosen && letters(word) >= shortest ? misspelt(word, next) : word;
    })
    .join(' ');
}

function letters(word: string): number {
  return word.match(/\p{L}/gu)?.length ?? 0;
}

/** The first letter stays. */
function misspelt(word: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (word.length - 2));
  const [before, letter = '', after = '', rest] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const kind = Math.floor(next() * 4);
  if (kind === 0) return before + after + letter + rest;
  if (kind === 1) return before + after + rest;
  if (kind === 2) return before + letter + letter + after + rest;
  const keys = neighbours[letter.toLowerCase()] ?? letter;
  return before + (keys[Math.floor(next() * keys.length)] ?? letter) + after + rest;
}

/** Pseudo-random numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
