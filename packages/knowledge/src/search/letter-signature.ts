/**
 * A bit for each letter that is in a word, for letters of other scripts one of five: an edit of one letter changes at
 * most two bits.
 */
export function letterSignature(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    bits |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 5));
  }
  return bits;
}
