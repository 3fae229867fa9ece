import type { Tool } from '@conferbot/plugin';
import { z } from 'zod';
import { ComposeError } from '../compose-error.ts';
import type { ObjectSchema } from './json-schema.ts';

/** The argument by which a model asks for some members of a wide record only. */
export const fieldsArgument = 'fields';

/** What says how a result is to be read; it stays whatever is asked for. */
const frame = ['untrusted', 'truncated', 'next'];

/** How a tool answers less than all members of its records. */
export interface FieldChoice {
  /** Refuses names that a record does not have. */
  readonly argument: z.ZodOptional<z.ZodArray<z.ZodString>>;
  /** Requires only what is never left out. */
  readonly outputSchema: ObjectSchema;
  /** The result with the members named, and those that always stay; with all of them where none is named. */
  readonly project: (result: object, names: readonly string[]) => object;
}

/** @throws ComposeError `invalid_fields` when the result does not hold the records that are chosen from. */
export function prepareFields(
  tool: Tool,
  outputSchema: ObjectSchema | undefined,
  where: string,
): FieldChoice | undefined {
  if (tool.fields === undefined) return undefined;
  if (outputSchema === undefined) {
    throw new ComposeError(
      'invalid_fields',
      `${where}: fields are chosen from a structured result; give it an output.`,
    );
  }
  if (fieldsArgument in tool.input.shape) {
    throw new ComposeError('invalid_fields', `${where}: it has an argument fields of its own already.`);
  }
  if (tool.fields === 'root') {
    const always = new Set([...idsOf(outputSchema), ...frame]);
    return {
      argument: argumentOf(Object.keys(outputSchema.properties)),
      outputSchema: requiring(outputSchema, always),
      project: (result, names) => (names.length === 0 ? result : pick(result, new Set([...always, ...names]))),
    };
  }
  const list = (outputSchema.properties.data ?? {}) as { readonly items?: ObjectSchema };
  const { items } = list;
  if (items?.properties === undefined) {
    throw new ComposeError('invalid_fields', `${where}: its output has no member data that is a list of objects.`);
  }
  const always = new Set(idsOf(items));
  const data = { ...list, items: requiring(items, always) };
  return {
    argument: argumentOf(Object.keys(items.properties)),
    outputSchema: { ...outputSchema, properties: { ...outputSchema.properties, data } },
    project: (result, names) => {
      if (names.length === 0) return result;
      const kept = new Set([...always, ...names]);
      return { ...result, data: (result as { data: readonly object[] }).data.map(record => pick(record, kept)) };
    },
  };
}

function idsOf({ properties }: ObjectSchema): string[] {
  return 'id' in properties ? ['id'] : Object.keys(properties).filter(name => name.endsWith('Id'));
}

function argumentOf(known: readonly string[]): FieldChoice['argument'] {
  const unknown = (names: unknown) => (names as string[]).filter(name => !known.includes(name));
  return z
    .array(z.string())
    .refine(names => unknown(names).length === 0, {
      error: ({ input }) => {
        const names = unknown(input).map(name => JSON.stringify(name));
        return `There is no field ${names.join(', ')}; the fields are: ${known.join(', ')}.`;
      },
    })
    .optional()
    .describe('Only these.');
}

function requiring({ required = [], ...schema }: ObjectSchema, always: ReadonlySet<string>): ObjectSchema {
  return { ...schema, required: required.filter(name => always.has(name)) };
}

function pick(record: object, kept: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => kept.has(name)));
}
