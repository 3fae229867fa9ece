/** The first entries of a list, as many as have room in so many characters of JSON. */
export function cutList<T>(list: readonly T[], characters: number): readonly T[] {
  let used = 0;
  const end = list.findIndex(entry => {
    used += JSON.stringify(entry).length + 1;
    return used > characters;
  });
  return end === -1 ? list : list.slice(0, end);
}
