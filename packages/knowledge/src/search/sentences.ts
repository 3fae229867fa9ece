/** Sentences of a plain text, by its lines and the rules of Unicode. */
export function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap(line => {
    const segments = [...segmenter.segment(line)].map(({ segment }) => segment);
    return joinedAfterAbbreviations(segments)
      .map(sentence => sentence.trim())
      .filter(sentence => sentence !== '');
  });
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|z\.\s?B|d\.\s?h|p\.\s?ej|etc|approx|no|nr|bzw|usw|ca|vs|mr|mrs|dr|st|inkl|max|min)\.\s*$/i;

function joinedAfterAbbreviations(segments: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const segment of segments) {
    const last = sentences.at(-1);
    if (last !== undefined && abbreviation.test(last.slice(-12))) sentences[sentences.length - 1] = last + segment;
    else sentences.push(segment);
  }
  return sentences;
}
