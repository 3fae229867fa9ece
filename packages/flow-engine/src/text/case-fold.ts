/** What two texts have in common when they differ in case, width or blanks only: compare the results. */
export function caseFold(text: string): string {
  // To upper case first: `ß` and `SS`, both forms of sigma.
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toUpperCase().toLowerCase().normalize('NFKC');
}
