import { knownLanguages, languageOf } from '../search/languages/known-languages.ts';
import { foldedWords } from '../search/words.ts';

const longest = 40;

/** The reply to a message that only greets or thanks; undefined for any other. */
export function smallTalkReply(text: string, locale: string | undefined): string | undefined {
  if (text.length > longest) return undefined;
  const words = foldedWords(text);
  const message = words.join(' ');
  const spoken = [languageOf(words, locale), ...knownLanguages];
  const language = spoken.find(({ greetings, thanks }) => greetings.has(message) || thanks.has(message));
  if (language === undefined) return undefined;
  return language.greetings.has(message) ? language.replies.greeting : language.replies.thanks;
}
