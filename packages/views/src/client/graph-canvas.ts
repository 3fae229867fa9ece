import { html, svg } from './element.ts';
import type { Point } from './graph-layout.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const step = 0.15;
const nearest = 0.25;
const farthest = 4;

/** A drawing that is moved and scaled: by buttons, by keys, by dragging. */
export class GraphCanvas {
  readonly element: HTMLElement;
  readonly #drawing: SVGSVGElement;
  readonly #whole: Box;
  #shown: Box;

  constructor(drawing: SVGSVGElement, whole: Box, label: string) {
    this.#drawing = drawing;
    this.#whole = whole;
    this.#shown = whole;
    const frame = html(
      'div',
      { class: 'canvas', tabindex: 0, role: 'group', 'aria-label': `${label}. Arrow keys move, + and - zoom, 0 fits.` },
      drawing,
    );
    frame.addEventListener('keydown', event => this.#onKey(event));
    this.#dragging(frame);
    this.element = html('div', {}, this.#toolbar(), frame);
    this.fit();
  }

  fit(): void {
    this.#show(this.#whole);
  }

  centre({ x, y }: Point): void {
    const { width, height } = this.#shown;
    this.#show({ x: x - width / 2, y: y - height / 2, width, height });
  }

  /** @param factor below 1 to see less, but larger */
  zoom(factor: number): void {
    const { x, y, width, height } = this.#shown;
    const scale = this.#whole.width / (width * factor);
    if (scale < nearest || scale > farthest * Math.max(1, this.#whole.width / 800)) return;
    const [wide, high] = [width * factor, height * factor];
    this.#show({ x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high });
  }

  /** @param right in widths of what is shown @param down in heights of it */
  move(right: number, down: number): void {
    const { x, y, width, height } = this.#shown;
    this.#show({ x: x + right * width, y: y + down * height, width, height });
  }

  #show(box: Box): void {
    this.#shown = box;
    this.#drawing.setAttribute('viewBox', [box.x, box.y, box.width, box.height].map(Math.round).join(' '));
  }

  #onKey(event: KeyboardEvent): void {
    const act = this.#keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  readonly #keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => this.move(-step, 0),
    ArrowRight: () => this.move(step, 0),
    ArrowUp: () => this.move(0, -step),
    ArrowDown: () => this.move(0, step),
    '+': () => this.zoom(0.8),
    '=': () => this.zoom(0.8),
    '-': () => this.zoom(1.25),
    '0': () => this.fit(),
  };

  #toolbar(): HTMLElement {
    const buttons = [
      ['Zoom in', '+', '+'],
      ['Zoom out', '−', '-'],
      ['Fit', 'Fit', '0'],
      ['Move left', '←', 'ArrowLeft'],
      ['Move right', '→', 'ArrowRight'],
      ['Move up', '↑', 'ArrowUp'],
      ['Move down', '↓', 'ArrowDown'],
    ].map(([label = '', sign = '', key = '']) => {
      const button = html('button', { type: 'button', 'aria-label': label, title: label }, sign);
      button.addEventListener('click', () => this.#keys[key]?.());
      return button;
    });
    return html('div', { class: 'toolbar', role: 'group', 'aria-label': 'Move and zoom' }, ...buttons);
  }

  #dragging(frame: HTMLElement): void {
    frame.addEventListener('pointerdown', event => {
      if (event.button === 0) frame.setPointerCapture(event.pointerId);
    });
    frame.addEventListener('pointermove', event => {
      if (!frame.hasPointerCapture(event.pointerId)) return;
      this.move(-event.movementX / frame.clientWidth, -event.movementY / frame.clientHeight);
    });
  }
}

/** The arrow head that all edges share. */
export function arrowHead(): SVGElement {
  const tip = svg('path', { d: 'M0 0L8 4L0 8Z' });
  return svg(
    'defs',
    {},
    svg('marker', { id: 'tip', markerWidth: 8, markerHeight: 8, refX: 7, refY: 4, orient: 'auto' }, tip),
  );
}
