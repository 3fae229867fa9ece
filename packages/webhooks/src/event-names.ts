import { Fault, type FaultDetail } from '@conferbot/plugin';

export const pingEvent = 'webhook.ping';

/** The names without repetition. @throws Fault `invalid_argument` with the nearest name for each that is not known. */
export function knownEvents(names: readonly string[], known: readonly string[]): readonly string[] {
  const all = [...known, pingEvent];
  const details = names.flatMap((name, index): FaultDetail[] =>
    all.includes(name) ? [] : [{ path: `events.${index}`, message: `There is no such event${hint(name, all)}.` }],
  );
  if (details.length === 0) return [...new Set(names)];
  const suggestions = names.map(name => (all.includes(name) ? name : nearest(name, all)));
  const fix = suggestions.includes(undefined)
    ? `Use names of this list: ${all.join(', ')}.`
    : `Use events ${JSON.stringify([...new Set(suggestions)])}.`;
  throw new Fault('invalid_argument', 'Not every event is one that webhooks can ask for.', { fix, details });
}

function hint(name: string, all: readonly string[]): string {
  const close = nearest(name, all);
  return close === undefined ? '' : `; did you mean ${close}`;
}

/** The name that differs least: in at most a third of the characters. */
function nearest(text: string, names: readonly string[]): string | undefined {
  const wanted = text.toLowerCase().slice(0, 60);
  let best: string | undefined;
  let least = Math.floor(wanted.length / 3) + 1;
  for (const name of names) {
    const differences = distance(wanted, name);
    if (differences < least) [best, least] = [name, differences];
  }
  return best;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
