const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const marked = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;

/** Lower case, without width and, in Latin and Greek, without accents: `Über` and `uber` are one word. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(marked, '$1')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, letter => letters[letter] ?? letter);
}
