import { plainText } from '../markdown/plain-text.ts';
import { sectionsOf } from '../markdown/sections.ts';

/** The headings of an article that are questions, with all that stands under each. */
export function askedQuestions(content: string): { readonly question: string; readonly answer: string }[] {
  const answers = new Map<string, { readonly question: string; readonly parts: string[] }>();
  for (const { heading, anchor, body } of sectionsOf(content)) {
    if (heading === null || anchor === null || !/[?？؟]$/u.test(heading)) continue;
    const asked = answers.get(anchor) ?? { question: heading, parts: [] };
    asked.parts.push(plainText(body));
    answers.set(anchor, asked);
  }
  return [...answers.values()].map(({ question, parts }) => ({ question, answer: parts.join('\n') }));
}

/** How an article begins. */
export function firstWords(content: string): string {
  const [first] = sectionsOf(content);
  return first === undefined ? '' : plainText(first.body);
}
