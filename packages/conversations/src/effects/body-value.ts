import type { EgressResponse } from '@conferbot/egress';
import type { Json } from '@conferbot/flow-engine';

/** Stores take JSON of 64 levels, and a value is some levels down in what is stored. */
const deepest = 40;

/** What an answer says: JSON where it is JSON, else its text. */
export function bodyValue({ body, truncated }: EgressResponse): Json {
  const text = new TextDecoder().decode(body);
  if (truncated) return text;
  try {
    const value = JSON.parse(text) as Json;
    return isDeeper(value, deepest) ? text : value;
  } catch {
    return text;
  }
}

function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some(part => isDeeper(part as Json, levels - 1));
}
