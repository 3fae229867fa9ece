import { brief } from './brief.ts';
import type { SchemaRow } from './schema-rows.ts';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function json(value: unknown): string {
  return ['```json illustration', JSON.stringify(brief(value), null, 2), '```'].join('\n');
}

/** A table of what goes in. */
export function parameterTable(rows: readonly SchemaRow[]): string {
  return table(
    ['parameter', 'type', 'required', 'meaning'],
    rows.map(({ name, type, required, description, rules }) => [
      `\`${name}\``,
      type,
      required ? 'yes' : '',
      [description, ...(rules.length > 0 ? [`(${rules.join('; ')})`] : [])].join(' '),
    ]),
  );
}

/** A table of what comes out. */
export function memberTable(rows: readonly SchemaRow[]): string {
  return table(
    ['member', 'type', 'meaning'],
    rows.map(({ name, type, required, description }) => [
      `\`${name}\`${required ? '' : ' (where it applies)'}`,
      type,
      description,
    ]),
  );
}

/** One page: parts with a line between. */
export function page(...parts: readonly string[]): string {
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

export const generated = 'Made by `scripts/tool-reference.ts`; do not edit.';

/** How examples read. */
export const aboutExamples =
  'Each example is a call that ran, on a fresh server, and what it answered. Ids are shortened (`bot_1`), moments are those of one morning, secrets are left out, and what is long is cut (`…`).';

/** Text of the registry, in which nothing is HTML. */
export function prose(text: string): string {
  return text.replace(/(`[^`]*`)|</g, (_, code?: string) => code ?? '\\<');
}

function cell(text: string): string {
  return prose(text).replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}
