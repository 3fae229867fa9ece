import { plainText } from '../../text/plain-text.ts';
import type { Finding } from '../finding.ts';
import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

const longest = 600;

/** LONG_MESSAGE */
export const longMessages: Rule = ({ reachable }) =>
  [...reachable].flatMap(node =>
    node.texts.flatMap(({ pointer, text, spoken }): Finding[] => {
      if (!spoken || text.length <= longest) return [];
      const { length } = plainText(text);
      if (length <= longest) return [];
      const message = `The text has ${length} characters; people read ${longest} at most in a chat. Shorten or split it.`;
      return [atNode(node, 'LONG_MESSAGE', message, { pointer })];
    }),
  );
