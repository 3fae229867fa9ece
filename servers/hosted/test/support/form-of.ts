/** What is counted or timed: it differs between two texts, or from one run to the next. */
const measured = new Set([
  'wordCount',
  'readingMinutes',
  'bytes',
  'durationSeconds',
  'medianDurationSeconds',
  'dwellSeconds',
  'durationMs',
]);

/** Lengths that fields of the product hold: of a text that is longer, the beginning is sent. */
const lengths = [60, 100, 200, 500, 1_000];

/** By what is shown of a text: its number. */
export type Places = ReadonlyMap<string, number>;

/** Where texts are known again: whole, as much as a field holds, on one line as names are, cut as in a preview. */
export function placesOf(texts: readonly string[]): Places {
  const shown = texts.flatMap((text, index) => {
    const begun = lengths.map(length => beginning(text, length));
    return [text, ...begun, ...begun.map(oneLine), preview(text)].map(form => [form, index] as const);
  });
  return new Map(shown);
}

/** As much of a text as a field holds that is trimmed. */
export function beginning(text: string, length: number): string {
  return text.slice(0, length).trim();
}

/** A value with the number of each text in place of the text, and without ids, moments and measures. */
export function formOf(value: unknown, places: Places): unknown {
  if (Array.isArray(value)) return value.map(entry => formOf(entry, places));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([name]) => !measured.has(name));
    return Object.fromEntries(entries.map(([name, entry]) => [name, formOf(entry, places)]));
  }
  if (typeof value !== 'string') return value;
  const index = places.get(value);
  return index === undefined ? withoutIds(value) : `text ${index}`;
}

export function withoutIds(text: string): string {
  return text
    .replaceAll(/\b[a-z]{3}_[0-9a-z]{26}\b/g, 'id')
    .replaceAll(/\bvis_[\w-]{16}/g, 'visitor')
    .replaceAll(/••••\S+/g, 'hint')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
}

/** Every string within a value. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** As names of categories are kept: white space is one space. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ');
}

/** As a list of tickets shows messages: on one line without control characters, up to 160 characters. */
function preview(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 159).trimEnd()}…`;
}
