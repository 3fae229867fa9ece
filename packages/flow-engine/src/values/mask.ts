/** What masks begin with. */
export const dots = '••••';

/** Whether a text stands for a secret: `••••`, or `••••1234`. */
export function isMask(text: string): boolean {
  return text.startsWith(dots) && text.length <= dots.length + 4;
}
