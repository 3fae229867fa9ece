const svg = 'http://www.w3.org/2000/svg';

/** Outlines, drawn on 24 by 24. */
const paths = {
  bubble: 'M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-8l-5 4v-4H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z',
  lines: 'M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-8l-5 4v-4H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM7.5 9h9M7.5 12.5h6',
  round: 'M12 3.5c5 0 9 3.3 9 7.5s-4 7.5-9 7.5c-1 0-2-.1-2.9-.4L4 20.5l1.3-3.9C3.9 15.1 3 13.1 3 11c0-4.2 4-7.5 9-7.5z',
  question: 'M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.9V14M12 17.5v.01M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  close: 'M6 6l12 12M18 6L6 18',
} as const;

export type IconName = keyof typeof paths;

/** The icons that an owner can choose from, `WidgetBubbleIcon1` to `WidgetBubbleIcon15`, are variations of four. */
const chosen: readonly IconName[] = ['bubble', 'lines', 'round', 'question'];

export function chosenIcon(name: unknown): IconName {
  const [, number] = (typeof name === 'string' && /^WidgetBubbleIcon(\d{1,2})$/.exec(name)) || [];
  return chosen[(Number(number ?? 1) - 1) % chosen.length] ?? 'bubble';
}

export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon' })) {
    drawing.setAttribute(key, value);
  }
  path.setAttribute('d', paths[name]);
  drawing.append(path);
  return drawing;
}
