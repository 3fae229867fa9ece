import { cutList } from '@conferbot/plugin';

/** As much of a list as has room in so many bytes of JSON, and one entry at least, so that the next part comes nearer. */
export function cutPart<T>(list: readonly T[], bytes: number): readonly T[] {
  const cut = cutList(list, bytes);
  return cut.length === 0 ? list.slice(0, 1) : cut;
}
