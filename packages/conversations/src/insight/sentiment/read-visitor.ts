import { lexicons } from './lexicons.ts';
import { type MessageReading, readMessage } from './read-message.ts';

/** All that the visitor wrote, read in one language. */
export interface VisitorReading {
  readonly messages: readonly MessageReading[];
  /** Whether the words could be read; otherwise only emoji were. */
  readonly hasWords: boolean;
}

/** Reads the texts in a language (a BCP 47 tag), or, without one, in whichever language they speak of a mood. */
export function readVisitor(texts: readonly string[], language: string | undefined): VisitorReading {
  if (language === undefined) return readByVote(texts);
  const [primary = ''] = language.toLowerCase().split(/[-_]/);
  const lexicon = lexicons.get(primary);
  return { messages: texts.map(text => readMessage(text, lexicon)), hasWords: lexicon !== undefined };
}

/** Where two languages would read opposite moods, or none reads any, the words stay unread. */
function readByVote(texts: readonly string[]): VisitorReading {
  const readings = [...lexicons.values()]
    .map(lexicon => texts.map(text => readMessage(text, lexicon)))
    .map(messages => ({ messages, total: messages.reduce((sum, { score }) => sum + score, 0) }))
    .filter(({ messages }) => messages.some(({ evidence }) => evidence.some(({ value }) => value !== 0)))
    .sort((one, other) => Math.abs(other.total) - Math.abs(one.total));
  const [clearest] = readings;
  const agreed = readings.every(({ total }) => total * (clearest?.total ?? 0) >= 0);
  if (clearest !== undefined && agreed) return { messages: clearest.messages, hasWords: true };
  return { messages: texts.map(text => readMessage(text, undefined)), hasWords: false };
}
