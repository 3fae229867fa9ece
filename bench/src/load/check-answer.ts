import type { HttpAnswer } from './response-parser.ts';

/**
 * Why an answer is not a JSON-RPC result that contains the texts, or undefined when it is one. A single result
 * in an event stream, which is how the SDKs answer unless told otherwise, is read too.
 */
export function answerFault(answer: HttpAnswer, contains: readonly string[]): string | undefined {
  const text = answer.body.toString();
  if (answer.status !== 200) return `status ${answer.status}: ${text.slice(0, 300)}`;
  const message = parse(text);
  if (message === undefined) return `not a JSON-RPC message: ${text.slice(0, 300)}`;
  if (message.result === undefined) return `not a result: ${text.slice(0, 300)}`;
  if (message.result.isError === true) return `a result with isError: ${text.slice(0, 300)}`;
  const missing = contains.find(part => !text.includes(part));
  return missing === undefined ? undefined : `without ${JSON.stringify(missing)}: ${text.slice(0, 300)}`;
}

function parse(text: string): { result?: { isError?: boolean } } | undefined {
  const data = text.startsWith('{') ? text : /^data: (\{.*\})$/m.exec(text)?.[1];
  if (data === undefined) return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
