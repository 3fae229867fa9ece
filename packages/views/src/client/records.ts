import type { Field, Records } from '../document.ts';
import { html, section } from './element.ts';
import { badge, factList } from './facts.ts';
import type { Formatter } from './formatter.ts';
import { type Row, rowsAt, textAt } from './look-up.ts';

export function showRecords(block: Records, result: unknown, formatter: Formatter): Element {
  const rows = rowsAt(result, block.path);
  if (rows.length === 0) return section(block.title, html('p', {}, block.empty));
  return section(
    block.title,
    html('ol', { class: 'records' }, ...rows.map(row => html('li', {}, ...recordOf(row, block, formatter)))),
  );
}

function recordOf(row: Row, block: Records, formatter: Formatter): Element[] {
  const status = textAt(row, block.status);
  return [
    html('h3', {}, textAt(row, block.heading), ' ', badge(status, block.tones, status)),
    factList(row, block.facts, formatter),
    ...block.details.flatMap(field => detail(row, field, formatter)),
  ];
}

function detail(row: Row, field: Field, formatter: Formatter): Element[] {
  const text = formatter.field(row, field);
  if (text === undefined) return [];
  return [html('details', {}, html('summary', {}, field.label), html('pre', { tabindex: 0 }, text))];
}
