import type { Timeline } from '../document.ts';
import { drawnToWidth, html, section, svg } from './element.ts';
import type { Formatter } from './formatter.ts';
import { type Row, rowsAt, textAt } from './look-up.ts';

interface Moment {
  readonly time: number;
  readonly status: string;
}

const lane = 26;
const edge = { left: 92, right: 16, bottom: 22 };

/** One mark per row, in the lane of its status. */
export function showTimeline(block: Timeline, result: unknown, formatter: Formatter): Element | undefined {
  const moments = rowsAt(result, block.path).flatMap(row => momentOf(row, block));
  if (moments.length === 0) return undefined;
  const holder = html('div', { class: 'chart' });
  return section(
    block.title,
    drawnToWidth(holder, width => plot(moments, block, width, formatter)),
  );
}

function momentOf(row: Row, { at, status }: Timeline): Moment[] {
  const time = Date.parse(textAt(row, ...at));
  return Number.isNaN(time) ? [] : [{ time, status: textAt(row, status) }];
}

function plot(moments: readonly Moment[], block: Timeline, width: number, formatter: Formatter): SVGElement {
  const statuses = [...new Set([...Object.keys(block.tones), ...moments.map(({ status }) => status)])];
  const times = moments.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const height = statuses.length * lane + edge.bottom;
  const room = width - edge.left - edge.right;
  const x = (time: number) => edge.left + (last === first ? room / 2 : ((time - first) / (last - first)) * room);
  const counted = statuses.map(one => `${moments.filter(({ status }) => status === one).length} ${one}`);
  const [from, to] = [first, last].map(time => formatter.value(new Date(time).toISOString(), 'instant') ?? '');
  const label = `${block.title}, ${from} to ${to}: ${counted.join(', ')}.`;
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label });
  for (const [index, status] of statuses.entries()) {
    const y = index * lane + lane / 2;
    const tone = Object.hasOwn(block.tones, status) ? block.tones[status] : 'quiet';
    drawing.append(
      svg('text', { x: 0, y: y + 4 }, status),
      svg('line', { class: 'grid', x1: edge.left, x2: width - edge.right, y1: y, y2: y }),
      ...moments
        .filter(moment => moment.status === status)
        .map(({ time }) =>
          svg('rect', { class: `mark ${tone}`, x: x(time) - 3, y: y - 9, width: 6, height: 18, rx: 2 }),
        ),
    );
  }
  drawing.append(svg('text', { x: edge.left, y: height - 5 }, from ?? ''));
  if (first !== last && width > 480) {
    drawing.append(svg('text', { x: width - edge.right, y: height - 5, 'text-anchor': 'end' }, to ?? ''));
  }
  return drawing;
}
