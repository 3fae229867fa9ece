import type { VNode } from 'preact';

/** Why an answer was not taken; the field names it by `aria-describedby`. */
export function Problem({ id, text }: { readonly id: string; readonly text: string }): VNode {
  return (
    <p class="problem" id={id} hidden={text === ''}>
      {text}
    </p>
  );
}
