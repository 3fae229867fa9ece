import type { Egress } from '@conferbot/egress';
import type { EffectPort } from '@conferbot/flow-engine';
import { z } from 'zod';
import { bodyValue } from './body-value.ts';
import { failed, failureOf } from './failure.ts';

const timeoutMs = 55_000;
const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/** Any service that speaks OpenAI's chat completions; OpenAI itself where a flow names no address. */
export function aiPort(egress: Egress): EffectPort<'ai'> {
  return async ({ provider, apiKey, endpoint, model, temperature, maxTokens, messages }, { signal }) => {
    if (endpoint === undefined && !isOpenAi(provider)) return failed('not_configured');
    try {
      const answer = await egress.request({
        url: addressOf(endpoint ?? 'https://api.openai.com/v1'),
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify({ model, temperature, max_tokens: maxTokens, messages }),
        timeoutMs,
        signal,
      });
      if (answer.status !== 200) return failed('status', `The AI answered HTTP ${answer.status}.`);
      const read = completion.safeParse(bodyValue(answer));
      const text = read.data?.choices[0]?.message.content;
      return text === undefined ? failed('bad_response') : { ok: true, value: text };
    } catch (error) {
      return failureOf(error);
    }
  };
}

function isOpenAi(provider: string | undefined): boolean {
  return provider === undefined || /^(openai|chatgpt|gpt)?$/i.test(provider.trim());
}

function addressOf(endpoint: string): string {
  const base = endpoint.replace(/\/+$/, '');
  return base.endsWith('/chat/completions') ? base : `${base}/chat/completions`;
}
