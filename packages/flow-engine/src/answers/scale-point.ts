import type { Reply } from '../engine/input.ts';
import { type Read, readText, refused, taken } from './reading.ts';

/** A point of a scale: a whole number between two, both included. */
export function readScalePoint(reply: Reply, min: number, max: number): Read<number> {
  const problem = `Please choose a number from ${min} to ${max}.`;
  const written = readText(reply.choiceId === undefined ? reply : { text: reply.choiceId }, problem);
  if (!written.ok) return written;
  const point = /^[+-]?\d{1,9}$/.test(written.value) ? Number(written.value) + 0 : Number.NaN;
  return point >= min && point <= max ? taken(point) : refused(problem);
}
