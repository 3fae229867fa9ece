import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toObjectSchema } from '../src/registry/json-schema.ts';
import { listedSchema } from '../src/registry/listed-schema.ts';

function listed(input: z.ZodObject): object {
  return listedSchema(toObjectSchema(input.strict(), 'input', 'A tool'));
}

describe('what clients are shown of an input', () => {
  test('leaves out lengths, patterns, least values and defaults', () => {
    const input = z.object({
      name: z.string().min(1).max(100).regex(/^a/).describe('A.'),
      rows: z.int().min(1).max(50).default(20).describe('B.'),
      all: z.array(z.string().max(9)).min(1).max(9).describe('C.'),
    });
    expect(listed(input)).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string', description: 'A.' },
        rows: { type: 'integer', maximum: 50, description: 'B.' },
        all: { type: 'array', items: { type: 'string' }, description: 'C.' },
      },
      required: ['name', 'all'],
      additionalProperties: false,
    });
  });

  test('tells choices, formats, null and the largest value that is reached by accident', () => {
    const input = z.object({
      status: z.enum(['on', 'off']).describe('A.'),
      at: z.iso.datetime().describe('B.'),
      days: z.int().max(1_000).describe('C.'),
      seed: z.int().max(1_001).describe('D.'),
      note: z.string().max(9).nullable().describe('E.'),
    });
    expect(listed(input)).toMatchObject({
      properties: {
        status: { type: 'string', enum: ['on', 'off'], description: 'A.' },
        at: { type: 'string', format: 'date-time', description: 'B.' },
        days: { type: 'integer', maximum: 1_000, description: 'C.' },
        seed: { type: 'integer', description: 'D.' },
        note: { anyOf: [{ type: 'string' }, { type: 'null' }], description: 'E.' },
      },
    });
    expect(listed(input)).not.toHaveProperty('properties.seed.maximum');
  });

  test('keeps fields that are named like a keyword', () => {
    const input = z.object({
      default: z.object({ pattern: z.string().describe('A.') }).describe('B.'),
      maximum: z.int().describe('C.'),
    });
    expect(listed(input)).toMatchObject({
      properties: {
        default: { properties: { pattern: { type: 'string', description: 'A.' } } },
        maximum: { type: 'integer', description: 'C.' },
      },
    });
  });

  test('keeps what says that other fields are refused, and drops what says that they are not', () => {
    const input = z.object({
      open: z.looseObject({}).describe('A.'),
      closed: z.strictObject({ a: z.string().describe('B.') }).describe('C.'),
    });
    expect(listed(input)).toMatchObject({
      properties: {
        open: { type: 'object', description: 'A.' },
        closed: { type: 'object', additionalProperties: false },
      },
      additionalProperties: false,
    });
    expect(listed(input)).not.toHaveProperty('properties.open.additionalProperties');
  });

  test('is an object with properties, also without a field', () => {
    expect(listed(z.object({}))).toEqual({ type: 'object', properties: {}, additionalProperties: false });
  });
});
