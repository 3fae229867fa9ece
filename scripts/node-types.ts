// Writes docs/node-types.md from the catalogue of the flow engine; with --check says whether it is current.

import { readFileSync, writeFileSync } from 'node:fs';
import {
  describeCatalogue,
  type FieldDescription,
  findingCodes,
  type NodeTypeDescription,
} from '@conferbot/flow-engine';

const path = 'docs/node-types.md';
const groups = {
  send: 'Send',
  ask: 'Ask',
  choice: 'Choose',
  logic: 'Logic',
  integration: 'Integrations',
  special: 'Special',
  legacy: 'Of old: still read and run, best not written',
} as const;

const page = `${[intro(), ...Object.entries(groups).map(([group, title]) => chapter(group, title)), findings()].join('\n\n')}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') === page) console.log(`${path} is current`);
  else {
    console.error(
      `${path} is not what the catalogue says: run node --conditions=@conferbot/source scripts/node-types.ts`,
    );
    process.exitCode = 1;
  }
} else writeFileSync(path, page);

function intro(): string {
  return [
    '# Node types',
    '',
    'Made from the catalogue of `@conferbot/flow-engine`; do not edit. [Flows](flows.md) says how nodes work together.',
    '',
    'Every node has `id`, `type`, `position` and `data`; the tables list the fields of `data`. Texts may hold Markdown, the HTML of the editor, and placeholders such as `{{email}}`. **Outputs** are what an edge names as its `sourceHandle`; nodes without a list have the default output only.',
  ].join('\n');
}

function chapter(group: string, title: string): string {
  const types = describeCatalogue().filter(type => type.group === group);
  return [`## ${title}`, ...types.map(section)].join('\n\n');
}

function section(type: NodeTypeDescription): string {
  const rows = type.fields.flatMap(field => fieldRows(field, ''));
  return [
    `### ${type.type}`,
    type.summary,
    ...(rows.length > 0 ? [['| field | kind | default | |', '| --- | --- | --- | --- |', ...rows].join('\n')] : []),
    ...outputs(type),
    ...stores(type),
    ['```json illustration', JSON.stringify(type.example, null, 2), '```'].join('\n'),
  ].join('\n\n');
}

function fieldRows(field: FieldDescription, prefix: string): string[] {
  const name = `${prefix}${field.name}`;
  const byDefault = field.required
    ? 'required'
    : field.default === undefined
      ? ''
      : `\`${JSON.stringify(field.default)}\``;
  const aliases =
    field.aliases === undefined ? '' : ` Also read as ${field.aliases.map(alias => `\`${alias}\``).join(', ')}.`;
  const below = (field.fields ?? []).flatMap(inner => fieldRows(inner, `${name}${field.kind === 'list' ? '[]' : ''}.`));
  return [`| \`${name}\` | ${field.kind} | ${cell(byDefault)} | ${cell(field.description + aliases)} |`, ...below];
}

function outputs({ outputs: handles }: NodeTypeDescription): string[] {
  if (handles.length < 2) return [];
  const named = handles.map(({ id, label }) => `${id === null ? 'default' : `\`${id}\``} (${label})`);
  return [`Outputs of the example: ${named.join(', ')}.`];
}

function stores({ stores: writes }: NodeTypeDescription): string[] {
  if (writes.length === 0) return [];
  return [`The example keeps ${writes.map(({ name, type }) => `\`${name}\` (${type})`).join(', ')}.`];
}

function findings(): string {
  const rows = Object.entries(findingCodes).map(
    ([code, [severity, meaning]]) => `| \`${code}\` | ${severity} | ${meaning} |`,
  );
  return ['## Findings', ['| code | severity | |', '| --- | --- | --- |', ...rows].join('\n')].join('\n\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
