const token = /\\.|\[(?:\\.|[^\]\\])*\]|\{(\d{1,4})(?:,(\d{0,4}))?\}|./gsu;

/**
 * About how many instructions a regular expression becomes, told without compiling it: counted repetitions are written
 * out, so that `(?:[a-z]{100}){9}` is 900 of them.
 */
export function patternSize(source: string): number {
  const groups = [0];
  let last = 0;
  for (const [text, least, most] of source.matchAll(token)) {
    if (text === '(') {
      groups.push(0);
      continue;
    }
    let added = 1;
    if (text === ')' && groups.length > 1) {
      last = (groups.pop() ?? 0) + 1;
      added = last;
    } else if (least !== undefined) {
      const times = Math.max(Number(least), Number(most ?? 0), 1);
      added = last * (times - 1);
      last *= times;
    } else {
      last = 1;
    }
    groups.push((groups.pop() ?? 0) + added);
  }
  return groups.reduce((sum, size) => sum + size, 0);
}
