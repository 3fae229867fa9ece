/**
 * The first entries of a list, as many as have room in so many bytes of JSON: how an answer is kept short without
 * cutting a record in two.
 */
export function cutList<T>(list: readonly T[], bytes: number): readonly T[] {
  let used = 0;
  const end = list.findIndex(entry => {
    used += Buffer.byteLength(JSON.stringify(entry)) + 1;
    return used > bytes;
  });
  return end === -1 ? list : list.slice(0, end);
}
