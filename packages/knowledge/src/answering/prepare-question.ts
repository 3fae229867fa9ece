import type { PreparedQuestion, Question, QuestionAnswer } from '@conferbot/conversations/contract';
import type { CallContext } from '@conferbot/plugin';
import { plainText } from '../markdown/plain-text.ts';
import type { AskedQuestion } from '../search/asked-word.ts';
import { type Found, type FoundSection, findSections } from '../search/find-sections.ts';
import { knownLanguages, languageOfLocale } from '../search/languages/known-languages.ts';
import { matcherOf } from '../search/matches.ts';
import { citationsOf } from './citations.ts';
import { isSure } from './is-sure.ts';
import type { Passage, Prepared } from './prepared-question.ts';
import { quote } from './quote.ts';
import { smallTalkReply } from './small-talk.ts';

const mostPassages = 5;
const longestPassage = 1_600;
const longestQuestion = 2_000;
const longestRemark = 500;

/** Looks up what may answer a question, and quotes the best of it where that is good enough. */
export async function prepareQuestion(
  ctx: CallContext,
  { chatbotId, text: whole, locale, history }: Question,
): Promise<PreparedQuestion> {
  const text = whole.slice(0, longestQuestion);
  const said = history.map(remark => ({ from: remark.from, text: remark.text.slice(0, longestRemark) }));
  const base = { chatbotId, text, history: said };
  const reply = smallTalkReply(text, locale);
  if (reply !== undefined) return { ...base, ...politeOnly(reply, locale) };
  const { asked, sections } = await findSections(ctx, { chatbotId, text, locale });
  const best = sections.slice(0, mostPassages);
  const named = await citationsOf(ctx, [...new Set(best.map(({ articleId }) => articleId))]);
  const readable = best.filter(({ articleId }) => named.has(articleId));
  const passages = readable.map(section => passageOf(section, named));
  const quoted = await quotedAnswer(ctx, { asked, sections: readable }, passages);
  return { ...base, language: asked.language, specific: asked.specific, passages, quoted } satisfies Prepared;
}

function politeOnly(reply: string, locale: string | undefined): Omit<Prepared, 'chatbotId' | 'text' | 'history'> {
  const quoted = { outcome: 'answered' as const, text: reply, citations: [], provider: 'extractive' };
  return { language: languageOfLocale(locale)?.tag ?? 'en', specific: false, passages: [], quoted };
}

function passageOf(
  { articleId, title, heading, body }: FoundSection,
  named: ReadonlyMap<string, { readonly title: string; readonly path: string }>,
): Passage {
  const path = named.get(articleId)?.path ?? '';
  return { articleId, title, path, heading, text: body.slice(0, longestPassage) };
}

async function quotedAnswer(
  ctx: CallContext,
  { asked, sections }: Found,
  [passage]: readonly Passage[],
): Promise<Prepared['quoted']> {
  const [best] = sections;
  if (best === undefined || passage === undefined || !isSure(asked, best)) return unsure(asked);
  const matcher = await matcherOf(ctx, asked, [
    { dictionary: best.dictionary, text: `${best.title}\n${best.heading ?? ''}\n${plainText(best.body)}` },
  ]);
  const text = quote(best.body, matcher);
  if (text === '') return unsure(asked);
  return {
    outcome: 'answered',
    text,
    citations: [{ title: passage.title, path: passage.path }],
    provider: 'extractive',
  };
}

function unsure({ language }: AskedQuestion): Prepared['quoted'] {
  return { ...unsureAnswer(language), citations: [] };
}

/** Says in a language that nothing answers the question. */
export function unsureAnswer(language: string, provider = 'extractive'): QuestionAnswer {
  const { replies } = languageOfLocale(language) ?? knownLanguages[0];
  return { outcome: 'unsure', text: replies.unsure, citations: [], provider };
}
