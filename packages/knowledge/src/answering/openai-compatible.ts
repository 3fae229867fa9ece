import { randomBytes } from 'node:crypto';
import type { QuestionAnswer } from '@conferbot/conversations/contract';
import type { Egress } from '@conferbot/egress';
import { z } from 'zod';
import { cleanMarkdown } from '../markdown/clean-markdown.ts';
import type { AiServiceOptions } from '../options.ts';
import { citedAnswer } from './cited-answer.ts';
import { groundedMessages } from './grounded-messages.ts';
import type { Prepared } from './prepared-question.ts';

/** Words an answer from the passages of a question. @throws whatever kept it from doing so */
export type AnswerProvider = (question: Prepared, signal: AbortSignal) => Promise<QuestionAnswer>;

const name = 'openai-compatible';
const timeoutMs = 20_000;
const mostTokens = 600;
/** Of services that do not keep to that. */
const longestAnswer = 8_000;
const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/** Any service that speaks OpenAI's chat completions. */
export function openAiCompatible(egress: Egress, { url, apiKey, model }: AiServiceOptions): AnswerProvider {
  const address = addressOf(url);
  return async (question, signal) => {
    const boundary = randomBytes(12).toString('hex');
    const { status, body, truncated } = await egress.request({
      url: address,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        max_tokens: mostTokens,
        messages: groundedMessages(question, boundary),
      }),
      timeoutMs,
      signal,
    });
    if (status !== 200 || truncated) throw new Error(`The AI service answered HTTP ${status}.`);
    const { choices } = completion.parse(JSON.parse(new TextDecoder().decode(body)));
    const text = (choices[0]?.message.content ?? '').slice(0, longestAnswer);
    // What quotes the fence gives away the instructions.
    if (text.includes(boundary)) throw new Error('The AI service repeated its instructions.');
    return citedAnswer(cleanMarkdown(text), question, name);
  };
}

function addressOf(url: string): string {
  const base = url.replace(/\/+$/, '');
  return base.endsWith('/chat/completions') ? base : `${base}/chat/completions`;
}
