import { Fault, type IdType, invalidArgument } from '@conferbot/plugin';
import type { z } from 'zod';

type Params = Readonly<Record<string, string>>;

/** An id in a path, as uuid. @throws Fault `invalid_argument` that says what the id is of */
export function readId(params: Params, name: string, type: IdType): string {
  const parsed = type.input.safeParse(params[name] ?? '');
  if (parsed.success) return parsed.data;
  throw invalidArgument(name, parsed.error.issues[0]?.message ?? `Expected the id of a ${type.noun}.`);
}

/** The JSON body; no body is an empty object. @throws Fault `invalid_argument` that names every member that is wrong */
export async function readBody<S extends z.ZodObject>(request: Request, shape: S): Promise<z.output<S>> {
  const parsed = shape.strict().safeParse(jsonOf(await request.text()));
  if (parsed.success) return parsed.data as z.output<S>;
  const details = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const message = details.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join(' ');
  throw new Fault('invalid_argument', message, { details, fix: 'Correct the body and send it again.' });
}

function jsonOf(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('invalid_argument', 'The body is not JSON.', { fix: 'Send a JSON object.' });
  }
}
