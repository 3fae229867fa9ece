import { Fault } from '@conferbot/plugin';
import type { z } from 'zod';

/**
 * Parses arguments.
 *
 * @throws Fault `invalid_argument` that names every argument that is wrong.
 */
export function readInput<S extends z.ZodObject>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map(issue => ({ path: issue.path.join('.'), message: sentence(issue, schema) }));
  const message = details.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join(' ');
  throw new Fault('invalid_argument', message, { details, fix: 'Correct the arguments named and call again.' });
}

function sentence(issue: z.core.$ZodIssue, schema: z.ZodObject): string {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    const unknown = issue.keys.map(key => JSON.stringify(key)).join(', ');
    const known = Object.keys(schema.shape).join(', ') || 'none';
    return `Unknown argument ${unknown}; the arguments are: ${known}.`;
  }
  return issue.message.endsWith('.') ? issue.message : `${issue.message}.`;
}
