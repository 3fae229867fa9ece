import { nodeTypes } from '../catalogue/catalogue.ts';
import { isJsonObject, type Json, type JsonObject } from '../values/json.ts';

/** The parts of a JSON pointer in small letters; `*` at either end of a part stands for any characters. */
export type PlacePattern = readonly string[];

/** Held by data of any type, also by what the catalogue does not know. */
const anywhere = [
  ...['apiKey', 'api_key', 'accessKey', 'access_key', 'privateKey', 'private_key', 'secretKey', 'secret_key'],
  ...['token', 'secret', 'password', 'credentials'],
].map(key => placePattern(`/*${key}`));

const patternsByType = new Map<string, readonly PlacePattern[]>();

/** Where data of a node of this type holds secrets. */
export function secretPlaces(nodeType: string): readonly PlacePattern[] {
  const type = nodeTypes.get(nodeType);
  if (type?.secrets === undefined) return anywhere;
  const known = patternsByType.get(nodeType);
  if (known !== undefined) return known;
  const patterns = [...anywhere, ...type.secrets.map(placePattern)];
  patternsByType.set(nodeType, patterns);
  return patterns;
}

/**
 * Reads a pointer such as `/headers/*token*`. Keys are matched without regard to case, as those of HTTP headers are.
 */
function placePattern(pointer: string): PlacePattern {
  return pointer.toLowerCase().split('/').slice(1);
}

/** Replaces the texts and numbers to which one of the patterns leads, and those below it. What stays is shared. */
export function mapPlaces(
  data: JsonObject,
  patterns: readonly PlacePattern[],
  change: (value: string | number, pointer: string) => Json,
): JsonObject {
  return mapBelow(data, patterns, '', change) as JsonObject;
}

function mapBelow(
  value: Json,
  patterns: readonly PlacePattern[],
  pointer: string,
  change: (value: string | number, pointer: string) => Json,
): Json {
  if (patterns.length === 0) return value;
  if (typeof value === 'string' || typeof value === 'number') {
    return patterns.some(pattern => pattern.length === 0) ? change(value, pointer) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject);
  const mapped = entries.map(([key, item]): [string, Json] => [
    key,
    mapBelow(item, patternsBelow(patterns, key), `${pointer}/${pointerPart(key)}`, change),
  ]);
  if (mapped.every(([, item], index) => item === entries[index]?.[1])) return value;
  return isJsonObject(value) ? Object.fromEntries(mapped) : mapped.map(([, item]) => item);
}

function patternsBelow(patterns: readonly PlacePattern[], key: string): PlacePattern[] {
  return patterns.flatMap(([part, ...rest]) => {
    if (part === undefined) return [[]];
    return fits(part, key.toLowerCase()) ? [rest] : [];
  });
}

function fits(part: string, key: string): boolean {
  if (part.startsWith('*') && part.endsWith('*')) return key.includes(part.slice(1, -1));
  if (part.startsWith('*')) return key.endsWith(part.slice(1));
  return part.endsWith('*') ? key.startsWith(part.slice(0, -1)) : key === part;
}

function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
