import type { Json, JsonObject } from '../values/json.ts';
import { isMask } from '../values/mask.ts';
import { isPrivateHost } from '../values/private-host.ts';
import type { DataFinding } from './node-type.ts';

/** A placeholder, as an author writes it into an address. */
export const placeholder = /\{\{[^{}]*\}\}|\$\{[^{}]*\}/g;

/**
 * What is wrong with the address at a JSON pointer within `data`: not an absolute http or https URL, or one of a private
 * network by its name or literal address. An address that begins with a placeholder is known only in a conversation,
 * and one that is a secret is judged by its mask: not at all.
 */
export function urlFindings(url: string, pointer: string, nodeId: string): DataFinding[] {
  const written = url.trim();
  if (written.search(placeholder) === 0 || isMask(written)) return [];
  const parsed = httpUrl(written.replaceAll(placeholder, 'x'));
  if (parsed === undefined) return [badUrl(written, pointer, nodeId)];
  if (!isPrivateHost(parsed.hostname)) return [];
  return [
    { code: 'PRIVATE_URL', message: `The address leads to "${parsed.hostname}", in a private network.`, pointer },
  ];
}

/** The URL if it is an absolute one over http or https. */
export function httpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url : undefined;
}

function badUrl(url: string, pointer: string, nodeId: string): DataFinding {
  const message =
    url === '' ? 'The address is missing.' : `"${url.slice(0, 80)}" is not an absolute http or https URL.`;
  const completed = completedUrl(url);
  if (completed === undefined) return { code: 'BAD_URL', message, pointer };
  const operation = { op: 'update_node', nodeId, data: patchAt(pointer, completed) } as const;
  return {
    code: 'BAD_URL',
    message,
    pointer,
    fix: { title: `Write the address as ${completed.slice(0, 80)}`, operations: [operation] },
  };
}

/** What lacks nothing but its scheme: `example.com/hook`. */
function completedUrl(url: string): string | undefined {
  const bare = url.replace(/^\/\//, '');
  const hasHost = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u.test(bare);
  return hasHost && httpUrl(`https://${bare}`) !== undefined ? `https://${bare}` : undefined;
}

function patchAt(pointer: string, value: string): JsonObject {
  const patch = pointer
    .split('/')
    .slice(1)
    .reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
  return patch as JsonObject;
}
