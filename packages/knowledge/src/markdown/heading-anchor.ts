/** The part of an address behind `#` that names a heading; `taken` keeps the names of one article apart. */
export function headingAnchor(heading: string, taken: Set<string>): string {
  const base =
    heading
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'section';
  let anchor = base;
  for (let number = 2; taken.has(anchor); number++) anchor = `${base}-${number}`;
  taken.add(anchor);
  return anchor;
}
