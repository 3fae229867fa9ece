import { Fault } from '@conferbot/plugin';
import type { z } from 'zod';
import { ChatRefusal } from './chat-refusal.ts';

/** Longer than the longest message. */
const mostCharacters = 128 * 1024;

/** @throws ChatRefusal 413, 415; Fault `invalid_argument` */
export async function readJson<T extends z.ZodType>(request: Request, schema: T): Promise<z.output<T>> {
  return parseJson(await readText(request), schema);
}

/** The body of a request that is to be JSON, as it was sent. @throws ChatRefusal 413, 415 */
export async function readText(request: Request): Promise<string> {
  const text = await request.text();
  if (text.length > mostCharacters) throw new ChatRefusal(413, 'The body is too large.');
  const type = request.headers.get('content-type') ?? '';
  if (text !== '' && !/^application\/json\b/i.test(type)) {
    throw new ChatRefusal(415, 'Send the body as JSON, with Content-Type: application/json.');
  }
  return text;
}

/** No text at all is an empty object. @throws Fault `invalid_argument` */
export function parseJson<T extends z.ZodType>(text: string, schema: T): z.output<T> {
  const read = schema.safeParse(parse(text));
  if (read.success) return read.data;
  throw new Fault('invalid_argument', 'The body is not as it should be.', {
    details: read.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}

function parse(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('invalid_argument', 'The body is not JSON.');
  }
}
