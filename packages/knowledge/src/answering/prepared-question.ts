import { z } from 'zod';

/** A part of an article that may answer a question. */
const passage = z.object({
  articleId: z.uuid(),
  title: z.string(),
  path: z.string(),
  heading: z.string().nullable(),
  /** Markdown, cleaned. */
  text: z.string(),
});

const answer = z.object({
  outcome: z.enum(['answered', 'unsure']),
  text: z.string(),
  citations: z.array(z.object({ title: z.string(), path: z.string() })),
  provider: z.string(),
});

/** What is known in the transaction, for the answer that is worded outside of it. */
export const preparedQuestion = z.object({
  chatbotId: z.uuid(),
  text: z.string(),
  /** ISO 639-1, of the words that are not quoted. */
  language: z.string(),
  history: z.array(z.object({ from: z.enum(['visitor', 'bot', 'agent']), text: z.string() })),
  /** Whether it asks for something, so that it is worth to be recorded where nobody can answer it. */
  specific: z.boolean(),
  /** Best first. */
  passages: z.array(passage),
  /** The answer that quotes. */
  quoted: answer,
});

export type Prepared = z.infer<typeof preparedQuestion>;
export type Passage = z.infer<typeof passage>;
