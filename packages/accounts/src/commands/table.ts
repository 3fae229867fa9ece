/** Rows as aligned columns under their names, for people. Null and undefined show as a dash. */
export function table(rows: readonly Readonly<Record<string, unknown>>[], columns: readonly string[]): string {
  const cells = [
    columns.map(column => column.toUpperCase()),
    ...rows.map(row => columns.map(column => cell(row[column]))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map(line => line[index]?.length ?? 0)));
  return cells
    .map(line =>
      line
        .map((text, index) => text.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One object as a line for each field. */
export function fields(object: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  const width = Math.max(...names.map(name => name.length)) + 1;
  return names.map(name => `${`${name}:`.padEnd(width)} ${cell(object[name])}`).join('\n');
}

// What a name may hold to fool a terminal.
const controls = /\p{Cc}/gu;

function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  const text = Array.isArray(value) ? value.join(',') : String(value);
  return text.replaceAll(controls, '?');
}
