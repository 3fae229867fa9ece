import type { Table } from '../document.ts';
import { html, section, svg } from './element.ts';
import { badge } from './facts.ts';
import type { Formatter } from './formatter.ts';
import { lookUp, type Row, rowsAt, textAt } from './look-up.ts';

type Column = Table['columns'][number];

export function showTable({ title, path, columns, empty }: Table, result: unknown, formatter: Formatter): Element {
  const rows = rowsAt(result, path);
  if (rows.length === 0) return section(title, html('p', {}, empty));
  const greatest = new Map(columns.map(column => [column, Math.max(...rows.map(row => numberAt(row, column)), 0)]));
  return section(
    title,
    tableOf(
      columns.map(({ label }) => label),
      rows.map(row => columns.map(column => cell(row, column, greatest.get(column) ?? 0, formatter))),
      title,
    ),
  );
}

/** A table that scrolls sideways where it is too wide; the first cell of each row names it. */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly (Element | string)[])[],
  label: string,
): HTMLElement {
  const body = rows.map(([first = '', ...others]) =>
    html('tr', {}, html('th', { scope: 'row' }, first), ...others.map(content => html('td', {}, content))),
  );
  const table = html(
    'table',
    {},
    html('thead', {}, html('tr', {}, ...head.map(name => html('th', { scope: 'col' }, name)))),
    html('tbody', {}, ...body),
  );
  return html('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, table);
}

function cell(row: Row, column: Column, greatest: number, formatter: Formatter): Element | string {
  const value = formatter.field(row, column) ?? '–';
  if (column.tones !== undefined) return badge(value, column.tones, textAt(row, column.path));
  if (column.bar !== true) return value;
  const share = greatest === 0 ? 0 : Math.max(0, numberAt(row, column)) / greatest;
  const bar = svg('svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  bar.append(svg('rect', { width: share * 100, height: 10 }));
  return html('span', { class: 'with-bar' }, bar, html('span', {}, value));
}

function numberAt(row: Row, { path }: Column): number {
  const value = lookUp(row, path);
  const number = typeof value === 'object' ? lookUp(value, 'value') : value;
  return typeof number === 'number' ? number : 0;
}
