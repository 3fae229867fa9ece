import type { Trend } from '../document.ts';
import { drawnToWidth, html, section, svg } from './element.ts';
import type { Formatter } from './formatter.ts';
import { lookUp, rowsAt, textAt } from './look-up.ts';
import { tableOf } from './table.ts';

interface Line {
  readonly label: string;
  readonly values: readonly number[];
}

const height = 180;
const edge = { left: 44, right: 12, top: 10, bottom: 24 };

/** Lines, a slider that reads the points out one by one, and all of them in a table. */
export function showTrend({ title, path, at, series }: Trend, result: unknown, formatter: Formatter): Element {
  const rows = rowsAt(result, path);
  if (rows.length === 0) return section(title, html('p', {}, 'There is nothing in this period.'));
  const days = rows.map(row => formatter.value(textAt(row, at), 'day') ?? '');
  const lines = series.map(({ label, path: own }) => ({
    label,
    values: rows.map(row => Number(lookUp(row, own)) || 0),
  }));
  const sums = lines.map(
    ({ label, values }) => `${label} ${formatter.number(values.reduce((sum, one) => sum + one, 0))}`,
  );
  const label = `${title}, ${days[0]} to ${days.at(-1)}. In all: ${sums.join(', ')}.`;
  const readOut = (index: number) =>
    lines.map(({ label: name, values }) => `${name} ${formatter.number(values[index] ?? 0)}`);

  const slider = html('input', { type: 'range', min: 0, max: rows.length - 1, 'aria-label': `Day of ${title}` });
  const output = html('output');
  const marker = svg('line', { class: 'marker', y1: edge.top, y2: height - edge.bottom });
  let place = (_index: number) => 0;
  const choose = () => {
    const index = slider.valueAsNumber;
    const text = `${days[index]}: ${readOut(index).join(', ')}`;
    output.value = text;
    slider.setAttribute('aria-valuetext', text);
    for (const end of ['x1', 'x2']) marker.setAttribute(end, String(place(index)));
  };
  slider.addEventListener('input', choose);
  const chart = drawnToWidth(html('div', { class: 'chart' }), width => {
    place = index => spread(index, rows.length, width);
    slider.value = slider.value === '' ? '0' : slider.value;
    choose();
    return plot(lines, days, width, label, marker, formatter);
  });
  slider.value = String(rows.length - 1);
  const table = tableOf(
    ['Day', ...series.map(one => one.label)],
    rows.map((_, index) => [days[index] ?? '', ...lines.map(({ values }) => formatter.number(values[index] ?? 0))]),
    `${title}, all days`,
  );
  return section(
    title,
    legend(lines),
    chart,
    slider,
    output,
    html('details', {}, html('summary', {}, 'As a table'), table),
  );
}

function legend(lines: readonly Line[]): HTMLElement {
  const entries = lines.map(({ label }, index) =>
    html(
      'li',
      {},
      svg(
        'svg',
        { viewBox: '0 0 28 8', width: 28, height: 8, 'aria-hidden': 'true' },
        svg('path', { class: `line line-${index}`, d: 'M0 4H28' }),
      ),
      label,
    ),
  );
  return html('ul', { class: 'legend' }, ...entries);
}

function plot(
  lines: readonly Line[],
  days: readonly string[],
  width: number,
  label: string,
  marker: SVGElement,
  formatter: Formatter,
): SVGElement {
  const top = niceCeiling(Math.max(...lines.flatMap(({ values }) => values)));
  const y = (value: number) => height - edge.bottom - (value / top) * (height - edge.top - edge.bottom);
  const count = days.length;
  const x = (index: number) => spread(index, count, width);
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label });
  for (const value of [0, top / 2, top]) {
    drawing.append(
      svg('line', { class: 'grid', x1: edge.left, x2: width - edge.right, y1: y(value), y2: y(value) }),
      svg('text', { x: edge.left - 6, y: y(value) + 4, 'text-anchor': 'end' }, formatter.number(value)),
    );
  }
  drawing.append(
    svg('text', { x: edge.left, y: height - 6 }, days[0] ?? ''),
    ...(count > 1
      ? [svg('text', { x: width - edge.right, y: height - 6, 'text-anchor': 'end' }, days.at(-1) ?? '')]
      : []),
    marker,
  );
  for (const [index, { values }] of lines.entries()) {
    const points = values.map((value, at) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`);
    drawing.append(svg('path', { class: `line line-${index}`, d: `M${points.join('L')}` }));
    if (count > 40) continue;
    drawing.append(
      ...values.map((value, at) => svg('circle', { class: `dot dot-${index}`, cx: x(at), cy: y(value), r: 2.5 })),
    );
  }
  return drawing;
}

function spread(index: number, count: number, width: number): number {
  const room = width - edge.left - edge.right;
  return edge.left + (count === 1 ? room / 2 : (index / (count - 1)) * room);
}

/** The least even number of the form 2, 4, 10 times a power of ten that is not below. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 2)));
  return [2, 4, 10].map(step => step * power).find(step => step >= value) ?? 20 * power;
}
