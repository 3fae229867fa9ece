import { z } from 'zod';
import { storable } from '../../answers/reading.ts';
import { budgets } from '../../engine/budgets.ts';
import type { EffectRequest } from '../../engine/effect.ts';
import { leave } from '../../engine/step.ts';
import { isJsonObject, type Json, ownValue } from '../../values/json.ts';
import { answerWrite } from '../answer-key.ts';
import { errorMessage, resultOf, resultVariable } from '../effect-outcome.ts';
import { flag, spoken, unspoken } from '../fields.ts';
import { limitFindings, within } from '../limit-findings.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { scalarNumber } from '../scalars.ts';
import { urlFindings } from '../url-findings.ts';

const temperatures = [0, 2] as const;
const tokens = [1, 32_000] as const;

export const gptNode = defineNodeType({
  type: 'gpt-node',
  group: 'integration',
  title: 'AI answer',
  summary: 'An AI answers what the visitor wrote last; passed by where no key and no address is set.',
  data: z.looseObject({
    apiKey: z.string().default('').describe('Key of the AI service.'),
    customEndpoint: z.string().default('').describe('Base address of an OpenAI-compatible service.'),
    selectedModel: z.string().default('gpt-3.5-turbo').describe('Model.'),
    context: z.string().max(10_000).default('').describe('Instructions to the AI: the system prompt.'),
    temperature: scalarNumber(0.7).describe('0 (always the same) to 2.'),
    maxTokens: scalarNumber(1_000).describe('Length of the answer at most.'),
    provider: z.string().optional().describe('Service, where the key alone does not say it.'),
    enableFallback: flag(false).describe('Other services may answer when this one does not.'),
    answerVariable: resultVariable,
    errorMessage,
  }),
  aliases: {
    selectedModel: ['model'],
    context: ['systemPrompt'],
    customEndpoint: ['apiEndpoint'],
  },
  example: {
    apiKey: 'sk-your-key',
    selectedModel: 'gpt-4o-mini',
    context: 'You answer questions about our opening hours: Monday to Friday, 9 to 17.',
  },
  handles: onlyDefault,
  texts: data => [
    ...unspoken('/context', data.context),
    ...unspoken('/customEndpoint', data.customEndpoint, 'url'),
    ...spoken('/errorMessage', data.errorMessage),
  ],
  writes: data => (data.answerVariable?.trim() ? [answerWrite(data.answerVariable, '', 'text')] : []),
  secrets: ['/apiKey'],
  check: (data, nodeId) => [
    ...(data.apiKey.trim() === '' && data.customEndpoint.trim() === ''
      ? [
          {
            code: 'SECRET_MISSING',
            message: 'The AI has no key, and no address of its own.',
            pointer: '/apiKey',
          } as const,
        ]
      : []),
    ...(data.customEndpoint.trim() === '' ? [] : urlFindings(data.customEndpoint, '/customEndpoint', nodeId)),
    ...limitFindings(data.temperature, temperatures, { field: 'temperature', nodeId }),
    ...limitFindings(data.maxTokens, tokens, { field: 'maxTokens', unit: 'tokens', nodeId }),
  ],
  enter(data, call) {
    const apiKey = call.render(data.apiKey, 'plain').trim();
    const endpoint = call.render(data.customEndpoint, 'plain').trim();
    const messages = messagesOf(call.render(data.context, 'plain').trim(), call.lastReply.trim());
    if ((apiKey === '' && endpoint === '') || messages.length === 0) return leave();
    const request: EffectRequest = {
      kind: 'ai',
      ...(data.provider !== undefined && { provider: data.provider }),
      ...(apiKey !== '' && { apiKey }),
      ...(endpoint !== '' && { endpoint }),
      model: data.selectedModel,
      temperature: within(data.temperature, ...temperatures),
      maxTokens: Math.round(within(data.maxTokens, ...tokens)),
      messages,
    };
    return { do: 'await', request };
  },
  resume(data, call, event) {
    const result = resultOf(event, data.errorMessage, call);
    const text = result === undefined ? '' : textOf(result);
    if (text === '') return leave();
    call.say({ type: 'text', text });
    const key = data.answerVariable?.trim() ?? '';
    if (key !== '') call.answer(key, text, '');
    return leave();
  },
});

type AiMessages = Extract<EffectRequest, { kind: 'ai' }>['messages'];

function messagesOf(context: string, reply: string): AiMessages {
  return [
    ...(context === '' ? [] : [{ role: 'system', content: context } as const]),
    ...(reply === '' ? [] : [{ role: 'user', content: reply } as const]),
  ];
}

/** Services answer with a text, or with an object that holds it. */
function textOf(result: Json): string {
  const text = isJsonObject(result) ? (ownValue(result, 'text') ?? ownValue(result, 'content')) : result;
  return typeof text === 'string' ? storable(text.slice(0, budgets.renderedLength)).trim() : '';
}
