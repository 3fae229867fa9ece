import { parse as parseArray } from 'postgres-array';

/** Reads a value in PostgreSQL's text format. Without one, the text is the value. */
export type Decoder = (text: string) => unknown;

const boolean: Decoder = text => text === 't';
const json: Decoder = text => JSON.parse(text);
const bytes: Decoder = text => Buffer.from(text.slice(2), 'hex');
const arrayOf =
  (decode: Decoder): Decoder =>
  text =>
    parseArray(text, decode);
const asText: Decoder = text => text;

/** `2026-11-22 14:48:10.123456+00` to `2026-11-22T14:48:10.123Z`; connections run in UTC. Years beyond 9999 stay text. */
function isoTimestamp(text: string): string {
  if (text.charCodeAt(10) !== 32 || !text.endsWith('+00')) return text;
  const fraction = text.charCodeAt(19) === 46 ? `${text.slice(20, -3)}00`.slice(0, 3) : '000';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}

// Object ids of the built-in types (src/include/catalog/pg_type.dat); the second is of their array.
const shared: readonly (readonly [type: number, array: number, Decoder])[] = [
  [16, 1000, boolean],
  [17, 1001, bytes],
  [21, 1005, Number],
  [23, 1007, Number],
  [26, 1028, Number],
  [114, 199, json],
  [700, 1021, Number],
  [701, 1022, Number],
  [3802, 3807, json],
  // bpchar, varchar, text, name, uuid, date, timestamp, time, interval
  [1042, 1014, asText],
  [1043, 1015, asText],
  [25, 1009, asText],
  [19, 1003, asText],
  [2950, 2951, asText],
  [1082, 1182, asText],
  [1114, 1115, asText],
  [1083, 1183, asText],
  [1186, 1187, asText],
];

function decoders(own: typeof shared): ReadonlyMap<number, Decoder> {
  const map = new Map<number, Decoder>();
  for (const [type, array, decode] of [...shared, ...own]) {
    if (decode !== asText) map.set(type, decode);
    map.set(array, arrayOf(decode));
  }
  return map;
}

/** int8, numeric and timestamptz as `Sql` promises: numbers, and ISO 8601 in UTC with milliseconds. */
export const plainDecoders = decoders([
  [20, 1016, Number],
  [1700, 1231, Number],
  [1184, 1185, isoTimestamp],
]);

/** The same three as MikroORM wants them: as PostgreSQL writes them. */
export const ormDecoders = decoders([
  [20, 1016, asText],
  [1700, 1231, asText],
  [1184, 1185, asText],
]);
