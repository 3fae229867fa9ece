import type { Reply } from '../engine/input.ts';
import { type Read, readText, refused, taken } from './reading.ts';

const problem = 'Please enter your name.';
const longestName = 200;

/** A name of a person, on one line. Names have no other shape to check. */
export function readName(reply: Reply): Read<string> {
  const text = readText(reply, problem);
  if (!text.ok) return text;
  const name = text.value.replace(/\s+/g, ' ');
  return name.length > longestName ? refused(`Please enter a name of at most ${longestName} characters.`) : taken(name);
}
