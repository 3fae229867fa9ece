import { randomFillSync } from 'node:crypto';
import { z } from 'zod';

/**
 * Typed ids: `<prefix>_<26 characters>`, a TypeID 0.3 (https://github.com/jetify-com/typeid/tree/main/spec).
 * The suffix is a UUID in Crockford's base 32, lower case; the store keeps the plain `uuid`.
 */
export interface IdType {
  readonly prefix: string;
  /** The thing in words, as used in messages: "chatbot". */
  readonly noun: string;
  /** Input field: takes the typed id, gives the handler the uuid. */
  readonly input: z.ZodType<string, string>;
  /** Output field: the typed id, as made by {@link IdType.encode}. */
  readonly output: z.ZodString;
  /** uuid (lower case, with hyphens) to typed id. */
  encode(uuid: string): string;
  /** Typed id to uuid; undefined when it is not an id of this type. */
  decode(id: string): string | undefined;
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const base32Values = valuesOf(alphabet);
const hexDigits = '0123456789abcdef';
const hexValues = valuesOf(hexDigits);
/** Where the 32 digits of a UUID stand among its hyphens. */
const digitPlaces = Uint8Array.from({ length: 36 }, (_, index) => index).filter(
  index => ![8, 13, 18, 23].includes(index),
);

function valuesOf(characters: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let index = 0; index < characters.length; index++) values[characters.charCodeAt(index)] = index;
  return values;
}

const typed = /^([a-z]{3})_([0-7][0-9a-hjkmnp-tv-z]{25})$/;

/** What the prefixes of the house stand for, to answer an id of the wrong type by its name. */
const nouns: Record<string, string> = {
  art: 'knowledge article',
  bot: 'chatbot',
  cat: 'knowledge category',
  chn: 'channel',
  cnv: 'conversation',
  dlv: 'webhook delivery',
  key: 'API key',
  res: 'response',
  tkt: 'ticket',
  tpl: 'template',
  ver: 'flow version',
  whk: 'webhook',
  wsp: 'workspace',
};

/** Defines the id of one kind of entity. `prefix` is three lower-case letters, unique in a composition. */
export function defineId(prefix: string, noun: string): IdType {
  const pattern = new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`);
  const decode = (id: string) => (id.startsWith(`${prefix}_`) && pattern.test(id) ? uuidOf(id.slice(4)) : undefined);
  // What clients are shown of it: every tool has one, and a model reads each character.
  const shown = { pattern: `^${prefix}_\\w{26}$` };
  const field = z
    .string()
    .regex(pattern, { error: issue => explain(String(issue.input), prefix, noun), abort: true })
    .meta(shown);
  return {
    prefix,
    noun,
    input: field.transform(id => uuidOf(id.slice(4))),
    output: z.string().regex(pattern).meta(shown),
    encode: uuid => `${prefix}_${suffixOf(uuid)}`,
    decode,
  };
}

function explain(value: string, prefix: string, noun: string): string {
  const actual = typed.exec(value)?.[1];
  const wanted = `Expected the id of a ${noun}, which looks like ${prefix}_ and 26 characters`;
  if (actual === undefined || actual === prefix) return `${wanted}.`;
  return `${wanted}; this is the id of a ${nouns[actual] ?? `thing with the prefix ${actual}_`}.`;
}

let lastMillis = 0;
let sequence = 0;
const random = new Uint8Array(8);

/**
 * A new UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter that keeps
 * ids of one process in order, 62 random bits.
 */
export function newUuid(now: number = Date.now()): string {
  randomFillSync(random);
  if (now > lastMillis) {
    lastMillis = now;
    sequence = ((random[0] ?? 0) << 2) & 0x3ff;
  } else if (++sequence > 0xfff) {
    lastMillis++;
    sequence = 0;
  }
  const time = lastMillis.toString(16).padStart(12, '0');
  const counter = sequence.toString(16).padStart(3, '0');
  const variant = (((random[1] ?? 0) & 0x3f) | 0x80).toString(16);
  const tail = hex(random[2]) + hex(random[3]) + hex(random[4]) + hex(random[5]) + hex(random[6]) + hex(random[7]);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${hex(random[0])}-${tail}`;
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, '0');
}

/** 128 bits as 26 characters of 5 bits: the first carries the upper 3 bits only. */
function suffixOf(uuid: string): string {
  let suffix = '';
  let buffer = 0;
  let bits = 2;
  for (let index = 0; index < 32; index++) {
    buffer = (buffer << 4) | (hexValues[uuid.charCodeAt(digitPlaces[index] as number)] as number);
    bits += 4;
    if (bits >= 5) {
      bits -= 5;
      suffix += alphabet[buffer >> bits];
      buffer &= (1 << bits) - 1;
    }
  }
  return suffix;
}

function uuidOf(suffix: string): string {
  let digits = '';
  let buffer = base32Values[suffix.charCodeAt(0)] as number;
  let bits = 3;
  for (let index = 1; index < 26; index++) {
    buffer = (buffer << 5) | (base32Values[suffix.charCodeAt(index)] as number);
    bits += 5;
    while (bits >= 4) {
      bits -= 4;
      digits += hexDigits[buffer >> bits];
      buffer &= (1 << bits) - 1;
    }
  }
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}
