import { findingCodes } from '../codes.ts';
import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** What the types of nodes find wrong with their own data. */
export const nodeChecks: Rule = ({ nodes, reachable, byId }) =>
  nodes.flatMap(node => {
    if (!node.isReadable) return [];
    const isFirst = byId.get(node.id) === node;
    return (node.type?.check?.(node.data, node.id) ?? [])
      .filter(({ code }) => findingCodes[code][0] === 'error' || reachable.has(node))
      .map(({ code, message, pointer, fix }) =>
        atNode(node, code, message, { pointer, fix: isFirst ? fix : undefined }),
      );
  });
