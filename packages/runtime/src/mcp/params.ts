import { z } from 'zod';
import { errorCodes, ProtocolError } from '../operations/protocol-error.ts';

/** Parameters of the methods, as far as they are used; `_meta` was checked with the message. */
export const paramSchemas = {
  list: z.object({ cursor: z.string().optional() }).optional(),
  call: z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).optional() }),
  read: z.object({ uri: z.string() }),
  get: z.object({ name: z.string(), arguments: z.record(z.string(), z.string()).optional() }),
  complete: z.object({
    ref: z.union([
      z.object({ type: z.literal('ref/prompt'), name: z.string() }),
      z.object({ type: z.literal('ref/resource'), uri: z.string() }),
    ]),
    argument: z.object({ name: z.string(), value: z.string() }),
    context: z.object({ arguments: z.record(z.string(), z.string()).optional() }).optional(),
  }),
  setLevel: z.object({
    level: z.enum(['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency']),
  }),
} as const;

/** @throws ProtocolError `invalidParams` that names what is wrong. */
export function readParams<S extends z.ZodType>(schema: S, params: unknown): z.output<S> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(issue => `${['params', ...issue.path].join('.')}: ${issue.message}`);
  throw new ProtocolError(errorCodes.invalidParams, `Invalid params: ${problems.join('; ')}`);
}
