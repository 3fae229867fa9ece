import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** DEAD_END */
export const deadEnds: Rule = ({ reachable }) =>
  [...reachable]
    .filter(({ asks, isReadable, out }) => asks && isReadable && out.length === 0)
    .map(node => {
      const message = `After the answer at "${node.id}" the conversation stops without a word. Connect it to a message, for example.`;
      return atNode(node, 'DEAD_END', message);
    });
