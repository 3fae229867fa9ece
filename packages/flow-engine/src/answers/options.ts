import type { Reply } from '../engine/input.ts';
import { type Option, optionFinder } from './option.ts';
import { type Read, readText, refused, taken } from './reading.ts';

const problem = 'Please choose at least one of the options.';
/** A reply can name each option more than once, but not without end. */
const mostNames = 1_000;

/** The options that a reply means, in the order of the list: by their ids, or by a list of labels or numbers. */
export function readOptions<Picked extends Option>(reply: Reply, options: readonly Picked[]): Read<Picked[]> {
  const picked = pickedBy(reply, options);
  if (!picked.ok) return picked;
  const chosen = options.filter(option => picked.value.has(option));
  return chosen.length === 0 ? refused(problem) : taken(chosen);
}

function pickedBy<Picked extends Option>(reply: Reply, options: readonly Picked[]): Read<ReadonlySet<Picked>> {
  const ids = reply.choiceIds ?? (reply.choiceId === undefined ? undefined : [reply.choiceId]);
  if (ids !== undefined) {
    const byId = new Map(options.map(option => [option.id, option]));
    return allOf(ids.map(id => byId.get(id)));
  }
  const find = optionFinder(options);
  if (reply.text === undefined && Array.isArray(reply.value)) {
    const names: readonly unknown[] = reply.value;
    return allOf(names.slice(0, mostNames).map(name => (isName(name) ? find(String(name)) : undefined)));
  }
  const text = readText(reply, problem);
  return text.ok ? allOf(named(text.value, options, find)) : text;
}

const isName = (name: unknown) => typeof name === 'string' || typeof name === 'number';

function allOf<Picked>(found: readonly (Picked | undefined)[]): Read<ReadonlySet<Picked>> {
  const picked = new Set<Picked>();
  for (const option of found) {
    if (option === undefined) return refused(problem);
    picked.add(option);
  }
  return taken(picked);
}

/** The options of a list with commas, semicolons or line ends; a label may hold commas itself. */
function named<Picked extends Option>(
  text: string,
  options: readonly Picked[],
  find: (written: string) => Picked | undefined,
): (Picked | undefined)[] {
  const longest = Math.max(...options.map(({ label }) => label.split(',').length), 1);
  return text
    .split(/[\n;]/, mostNames)
    .filter(line => line.trim() !== '')
    .flatMap(line => {
      const parts = line.split(',', mostNames);
      const found: (Picked | undefined)[] = [];
      for (let at = 0; at < parts.length; ) {
        const [option, length] = longestName(parts.slice(at, at + longest), find);
        if (option !== undefined || parts[at]?.trim() !== '') found.push(option);
        at += length;
      }
      return found;
    });
}

function longestName<Picked>(
  parts: readonly string[],
  find: (written: string) => Picked | undefined,
): [Picked | undefined, number] {
  for (let length = parts.length; length > 0; length--) {
    const option = find(parts.slice(0, length).join(','));
    if (option !== undefined) return [option, length];
  }
  return [undefined, 1];
}
