import { parsePlaceholder } from '../../text/placeholder.ts';
import type { FlowAnalysis } from '../analysis.ts';
import type { Fix } from '../finding.ts';
import { atNode } from '../place.ts';
import { renameEverywhere } from '../rename-variable.ts';
import type { Rule } from '../rule.ts';

const reserved: ReadonlySet<string> = new Set(['visitor', 'session', 'bot', 'now', '__proto__']);

/** RESERVED_VARIABLE */
export const reservedVariables: Rule = flow =>
  flow.nodes.flatMap(node =>
    node.writes.flatMap(({ name, pointer }) => {
      if (pointer === undefined || isGood(name)) return [];
      const free = freeName(flow, name);
      const reason = reserved.has(name) ? 'always means something else' : 'cannot be written as a placeholder';
      const message = `"${name.slice(0, 60)}" ${reason}. Call the variable "${free}", for example.`;
      return [atNode(node, 'RESERVED_VARIABLE', message, { pointer, fix: renaming(flow, name, free) })];
    }),
  );

function isGood(name: string): boolean {
  const placeholder = parsePlaceholder(name);
  const isName = typeof placeholder !== 'string' && placeholder.path.length === 1 && placeholder.path[0] === name;
  return isName && !reserved.has(name);
}

/** Where a name is reserved, texts that read it mean what it is reserved for. */
function renaming(flow: FlowAnalysis, from: string, to: string): Fix {
  const alsoReads = !reserved.has(from) && !flow.writtenNames.has(from.split('.')[0] ?? '');
  return { title: `Call it "${to}"`, operations: renameEverywhere(flow.nodes, from, to, { alsoReads }) };
}

function freeName({ writtenNames }: FlowAnalysis, name: string): string {
  const words =
    name
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('_')
      .slice(0, 60) ?? '';
  const base = words === '' ? 'answer' : reserved.has(name) ? `${words}_answer` : words;
  let free = base;
  for (let n = 2; writtenNames.has(free) || !isGood(free); n++) free = `${base}_${n}`;
  return free;
}
