import type { Facts, Field, Notice, Tiles, Tones } from '../document.ts';
import { html, section } from './element.ts';
import type { Formatter } from './formatter.ts';
import { lookUp, textAt } from './look-up.ts';

/** A value in a coloured frame. */
export function badge(value: string, tones: Tones, key: string): HTMLElement {
  return html('span', { class: `badge ${Object.hasOwn(tones, key) ? tones[key] : 'quiet'}` }, value);
}

/** Names and values; those that the row lacks are left out. */
export function factList(row: unknown, fields: readonly Field[], formatter: Formatter): HTMLElement {
  const list = html('dl', { class: 'facts' });
  for (const field of fields) {
    const value = formatter.field(row, field);
    if (value === undefined) continue;
    const shown = field.tones === undefined ? value : badge(value, field.tones, textAt(row, field.path) || value);
    list.append(html('div', {}, html('dt', {}, field.label), html('dd', {}, shown)));
  }
  return list;
}

export function showFacts({ facts }: Facts, result: unknown, formatter: Formatter): Element {
  return factList(result, facts, formatter);
}

export function showNotice({ path }: Notice, result: unknown): Element | undefined {
  const text = textAt(result, path);
  return text === '' ? undefined : html('p', { class: 'notice' }, text);
}

export function showTiles({ title, tiles }: Tiles, result: unknown, formatter: Formatter): Element {
  const list = html('dl', { class: 'tiles' });
  for (const tile of tiles) {
    const value = formatter.field(result, tile);
    if (value === undefined) continue;
    const before = tile.before === undefined ? undefined : formatter.value(lookUp(result, tile.before), tile.format);
    const notes = [formatter.parts(lookUp(result, tile.path)), before && `before: ${before}`];
    list.append(
      html(
        'div',
        {},
        html('dt', {}, tile.label),
        html('dd', { class: 'figure' }, value),
        ...notes.flatMap(note => (note ? [html('dd', { class: 'note' }, note)] : [])),
      ),
    );
  }
  return section(title, list);
}
