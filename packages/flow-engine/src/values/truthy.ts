import { asText } from '../text/as-text.ts';
import { caseFold } from '../text/case-fold.ts';
import type { Json } from './json.ts';

const yes = new Set(['true', 'yes', '1']);

/** Whether a value says yes: true, "yes", 1 and their like; everything else says no. */
export function isTruthy(value: Json): boolean {
  return yes.has(caseFold(asText(value)));
}
