import { z } from 'zod';
import type { ConversationDetailRow } from '../find-conversation.ts';
import type { Sentiment } from '../insight/sentiment/sentiment.ts';
import type { SpokenMessage } from '../insight/spoken-message.ts';

export const sentimentOutput = z
  .object({
    label: z.enum(['positive', 'neutral', 'negative', 'unknown']).describe('unknown rather than a guess.'),
    score: z.number().describe('-1 to 1; 0 when unknown.'),
    confidence: z.number().describe('0 to 1; no probability.'),
    trend: z.enum(['improving', 'steady', 'worsening', 'unknown']).describe('Last third against first.'),
    method: z.string().describe('What it rests on: lexicon, behaviour, both, none.'),
    signals: z.array(z.looseObject({})).describe('The evidence: kind, count, weight (below 0: negative).'),
  })
  .describe('How the visitor seems to feel, told offline by words and behaviour.');

interface Mood {
  readonly language: string | null;
  readonly sentiment: z.output<typeof sentimentOutput>;
}

/** The language and the feeling of a visitor. What tells them is loaded when first needed: it takes some megabytes. */
export async function moodOf(
  row: ConversationDetailRow,
  messages: readonly SpokenMessage[],
  askedForHuman: boolean,
): Promise<Mood> {
  const { detectLanguage } = await import('../insight/language/detect-language.ts');
  const { scoreSentiment } = await import('../insight/sentiment/score-sentiment.ts');
  const said = messages.filter(({ from }) => from === 'visitor').map(({ text }) => text);
  const language = row.language ?? detectLanguage(said)?.language ?? null;
  const sentiment = scoreSentiment(messages, {
    language: language ?? undefined,
    rating: row.rating ?? undefined,
    askedForHuman: askedForHuman ? 1 : 0,
  });
  return { language, sentiment: plain(sentiment) };
}

function plain({ signals, ...sentiment }: Sentiment): z.output<typeof sentimentOutput> {
  return { ...sentiment, signals: signals.map(signal => ({ ...signal })) };
}
