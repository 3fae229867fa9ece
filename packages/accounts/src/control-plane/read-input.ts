import { Fault } from '@conferbot/plugin';
import type { z } from 'zod';
import { HttpFault } from './answer.ts';

const maxBody = 1024 * 1024;

/**
 * The JSON body of a request, checked.
 *
 * @throws HttpFault 413 or 415, Fault `invalid_argument`
 */
export async function readBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') {
    throw new HttpFault(415, 'Unsupported Media Type', 'Send the body as JSON, with Content-Type: application/json.');
  }
  const text = await readText(request);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Fault('invalid_argument', 'The body is not valid JSON.');
  }
  return check(schema, body);
}

/** The query of a request, checked; numbers are read as such. @throws Fault `invalid_argument` */
export function readQuery<S extends z.ZodType>(url: URL, schema: S, numbers: readonly string[]): z.output<S> {
  const query = Object.fromEntries(
    [...url.searchParams].map(([name, value]) => [
      name,
      numbers.includes(name) && value !== '' ? Number(value) : value,
    ]),
  );
  return check(schema, query);
}

function check<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const details = result.error.issues.map(issue => ({ path: issue.path.join('.'), message: issue.message }));
  const summary = details.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');
  throw new Fault('invalid_argument', summary, { details });
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBody) throw new HttpFault(413, 'Content Too Large', 'The body is over 1 MiB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
