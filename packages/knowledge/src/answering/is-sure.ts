import type { AskedQuestion } from '../search/asked-word.ts';
import type { FoundSection } from '../search/find-sections.ts';

/**
 * Share of a question that a section must have words for, so that it is taken for the answer; chosen so that of 26
 * questions without an answer, each asked plainly and misspelt, none was answered.
 */
const leastCoverage = 0.52;

/** Whether a section answers a question rather than shares some words with it. */
export function isSure({ specific }: AskedQuestion, { coverage }: FoundSection): boolean {
  return specific && coverage >= leastCoverage;
}
