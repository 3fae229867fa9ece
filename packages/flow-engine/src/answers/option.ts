import type { Reply } from '../engine/input.ts';
import { caseFold } from '../text/case-fold.ts';
import { type Read, readText, refused, taken } from './reading.ts';

/** What a visitor picks from, as it is shown: `label` with its placeholders filled in. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

/** The option that a reply means: by id, by label, or by its number in the list, from 1. */
export function readOption<Picked extends Option>(
  reply: Reply,
  options: readonly Picked[],
  problem = 'Please choose one of the options.',
): Read<Picked> {
  const id = reply.choiceId ?? onlyOf(reply.choiceIds);
  if (id !== undefined) {
    const picked = options.find(option => option.id === id);
    return picked === undefined ? refused(problem) : taken(picked);
  }
  const text = readText(reply, problem);
  if (!text.ok) return text;
  const picked = optionFinder(options)(text.value);
  return picked === undefined ? refused(problem) : taken(picked);
}

function onlyOf(ids: readonly string[] | undefined): string | undefined {
  return ids?.length === 1 ? ids[0] : undefined;
}

/** Finds options by what a visitor wrote. */
export function optionFinder<Picked extends Option>(
  options: readonly Picked[],
): (written: string) => Picked | undefined {
  const labels = new Map<string, Picked>();
  for (const option of options) {
    const label = caseFold(option.label);
    if (!labels.has(label)) labels.set(label, option);
  }
  return written => {
    const text = written.trim();
    if (text === '') return undefined;
    const byId = options.find(({ id }) => id === text);
    const byLabel = labels.get(caseFold(text));
    // Ids are often indexes from 0, which nobody means who writes 1.
    return /^\d{1,4}$/.test(text) ? (byLabel ?? options[Number(text) - 1] ?? byId) : (byId ?? byLabel);
  };
}
