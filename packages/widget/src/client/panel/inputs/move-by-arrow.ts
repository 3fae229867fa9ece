const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys move between the boxes of a group, from the last to the first. */
export function moveByArrow(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = steps[event.key];
  const boxes = [...(event.currentTarget.closest('fieldset')?.querySelectorAll('input') ?? [])];
  const at = boxes.indexOf(event.currentTarget as HTMLInputElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  boxes[(at + step + boxes.length) % boxes.length]?.focus();
}
