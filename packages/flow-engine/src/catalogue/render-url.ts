import type { NodeCall } from '../engine/node-call.ts';
import { httpUrl, placeholder } from './url-findings.ts';

/** `..` and `.` as a whole part of a path; they lead to another one, and no escape keeps them from it. */
const dotSegment = /\/(?:\.|%2e){1,2}(?=[/?#]|$)/i;

/**
 * An author's address with its placeholders filled in, each escaped to stay within its part of the URL; only one that the
 * address begins with may hold the beginning of an address. Undefined where no http or https URL comes of it, and where a
 * value would lead up the path.
 */
export function renderUrl(written: string, call: NodeCall): string | undefined {
  const [, beginning = '', rest = ''] = /^(\{\{[^{}]*\}\}|\$\{[^{}]*\})?(.*)$/s.exec(written.trim()) ?? [];
  const path = call.render(rest, 'url');
  const leadsUp = dotSegment.test(path) && !dotSegment.test(rest.replace(placeholder, 'x'));
  return leadsUp ? undefined : httpUrl(call.render(beginning, 'plain') + path)?.href;
}
