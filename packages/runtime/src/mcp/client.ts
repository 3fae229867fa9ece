import type { ClientContext } from '@conferbot/plugin';
import { plainClient } from '../call/caller.ts';
import { invalidState } from '../operations/round-trip.ts';
import { isObject, type RequestMessage } from './message.ts';

type Values = Readonly<Record<string, unknown>>;

/** The methods whose calls may take several round trips. */
const roundTripMethods: ReadonlySet<string> = new Set(['tools/call', 'prompts/get', 'resources/read']);

/**
 * What a request of 2026-07-28 declares and answers. Nothing can be sent before its result.
 *
 * @throws ProtocolError `invalidParams` when `requestState` is not a text.
 */
export function clientOf(capabilities: Values, { method, params }: RequestMessage): ClientContext {
  if (params === undefined || !roundTripMethods.has(method)) return plainClient;
  const state = params.requestState;
  if (state !== undefined && typeof state !== 'string') throw invalidState();
  const answers = answersOf(params.inputResponses);
  if (state === undefined && isEmpty(answers) && isEmpty(capabilities)) return plainClient;
  return { ...plainClient, capabilities, answers, state };
}

const none: Values = Object.freeze({});

/** The answers that have the form of one; a handler asks again for what is not there. */
function answersOf(responses: unknown): Values {
  if (!isObject(responses)) return none;
  return Object.fromEntries(Object.entries(responses).filter(([, answer]) => isAnswer(answer)));
}

function isAnswer(answer: unknown): boolean {
  return isObject(answer) && !('method' in answer) && !('result' in answer);
}

function isEmpty(object: object): boolean {
  for (const _key in object) return false;
  return true;
}
