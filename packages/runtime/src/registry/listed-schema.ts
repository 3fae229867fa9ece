import type { ObjectSchema } from './json-schema.ts';

/** Keywords that hold schemas by name, and those that hold plain values. */
const named = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);
const plain = new Set(['enum', 'const', 'examples', 'required']);

/** Checked all the same, and named in the answer when it does not fit; few models ever meet it. */
const unlisted = new Set(['default', 'pattern', 'minLength', 'maxLength', 'minimum', 'minItems', 'maxItems']);

/** The largest bound of a number that is listed: more than that is not reached by accident. */
const largestBound = 1_000;

/**
 * What clients are shown of an input. Models have all tools in their context all the time and pay for each word, so
 * this may say less than is checked, never something else. The OpenAPI document says all.
 */
export function listedSchema(schema: ObjectSchema): ObjectSchema {
  return { type: 'object', properties: {}, ...(listed(schema) as Partial<ObjectSchema>) };
}

function listed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(listed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).filter(([keyword, value]) => isListed(keyword, value));
  return Object.fromEntries(
    members.map(([keyword, value]) => {
      if (plain.has(keyword)) return [keyword, value];
      return [keyword, named.has(keyword) ? eachListed(value) : listed(value)];
    }),
  );
}

function eachListed(schemas: object): object {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, listed(schema)]));
}

function isListed(keyword: string, value: unknown): boolean {
  if (keyword === 'maximum') return Number(value) <= largestBound;
  // What a schema without them says as well.
  if (keyword === 'additionalProperties') return value !== true;
  if (keyword === 'properties') return Object.keys(value as object).length > 0;
  return !unlisted.has(keyword);
}
