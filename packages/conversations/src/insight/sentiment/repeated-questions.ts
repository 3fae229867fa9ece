/** How many earlier messages each is compared with. */
const lookBack = 20;
const fewestWords = 4;
const alike = 0.8;

/** Counts the messages that say, nearly word for word, what one of the 20 before said. */
export function countRepeatedQuestions(texts: readonly string[]): number {
  const earlier: ReadonlySet<string>[] = [];
  let repeated = 0;
  for (const text of texts) {
    const words = new Set(
      text
        .slice(0, 1000)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    );
    if (words.size < fewestWords) continue;
    if (earlier.some(other => likeness(words, other) >= alike)) repeated += 1;
    earlier.push(words);
    if (earlier.length > lookBack) earlier.shift();
  }
  return repeated;
}

/** The share of all their words that both have. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter(word => other.has(word)).length;
  return shared / (one.size + other.size - shared);
}
