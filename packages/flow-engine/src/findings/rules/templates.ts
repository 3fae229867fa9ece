import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** BAD_TEMPLATE */
export const templates: Rule = ({ nodes }) =>
  nodes.flatMap(node =>
    node.texts.flatMap(({ pointer, template }) =>
      template.problems.slice(0, 5).map(({ source, problem }) => {
        const message = `The placeholder at "${source}" cannot be read: ${problem}. Write {{name}} or {{name | filter}}.`;
        return atNode(node, 'BAD_TEMPLATE', message, { pointer });
      }),
    ),
  );
