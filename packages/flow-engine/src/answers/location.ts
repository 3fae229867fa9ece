import type { Reply } from '../engine/input.ts';
import { isJsonObject } from '../values/json.ts';
import { type Read, readText, refused, taken } from './reading.ts';

const problem = 'Please enter a place.';

/** A place as a text: what was written, or the address or coordinates that a client sends. */
export function readLocation(reply: Reply): Read<string> {
  const { text, value } = reply;
  if (text !== undefined || !isJsonObject(value)) return readText(reply, problem);
  const { address, latitude, longitude } = value;
  if (typeof address === 'string' && address.trim() !== '') return readText({ text: address }, problem);
  const good = isWithin(latitude, 90) && isWithin(longitude, 180);
  return good ? taken(`${latitude}, ${longitude}`) : refused(problem);
}

const isWithin = (value: unknown, limit: number) => typeof value === 'number' && Math.abs(value) <= limit;
