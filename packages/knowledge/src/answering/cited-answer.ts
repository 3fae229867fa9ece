import type { Citation, QuestionAnswer } from '@conferbot/conversations/contract';
import { noAnswer } from './grounded-messages.ts';
import { unsureAnswer } from './prepare-question.ts';
import type { Prepared } from './prepared-question.ts';

const numbers = /[ \t]*\[(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\](?!\()/g;

/** An answer of a model, with the passages that it cites; without any that there are, nobody knows. */
export function citedAnswer(worded: string, { passages, language }: Prepared, provider: string): QuestionAnswer {
  const citations = new Map<string, Citation>();
  for (const [, list = ''] of worded.matchAll(numbers)) {
    for (const number of list.split(/[,;]/)) {
      const passage = passages[Number(number) - 1];
      if (passage !== undefined) citations.set(passage.path, { title: passage.title, path: passage.path });
    }
  }
  const text = worded.replace(numbers, '').trim();
  if (citations.size === 0 || text === '' || worded.includes(noAnswer)) return unsureAnswer(language, provider);
  return { outcome: 'answered', text, citations: [...citations.values()], provider };
}
