import type { VNode } from 'preact';

/** Outlines, drawn on 24 by 24. */
const paths = {
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M5 7h14M5 12h14M5 17h14',
  send: 'M4 12l16-8-6 16-3-7z',
  back: 'M15 5l-7 7 7 7',
  help: 'M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.9M12 17.5v.01M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  star: 'M12 3.5l2.6 5.6 6 .7-4.4 4.2 1.2 6-5.4-3-5.4 3 1.2-6L3.4 9.8l6-.7z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }): VNode {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class="icon">
      <path d={paths[name]} />
    </svg>
  );
}
