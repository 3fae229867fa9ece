import { patchTo, withValues } from '../data-edit.ts';
import { onlyNear } from '../edit-distance.ts';
import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** JUMP_TARGET_MISSING */
export const jumpTargets: Rule = ({ nodes, byId }) =>
  nodes.flatMap(node =>
    node.targets
      .filter(({ nodeId }) => !byId.has(nodeId))
      .map(({ nodeId, pointer }) => {
        const near = onlyNear(nodeId, byId.keys());
        const data = near && patchTo(node.node.data, withValues(node.node.data, [[pointer, near]]));
        const message =
          nodeId === ''
            ? `"${node.id}" does not say which node to jump to. Set the id of a node.`
            : `"${node.id}" jumps to "${nodeId}", which does not exist.${near ? ` Is "${near}" meant?` : ''}`;
        return atNode(node, 'JUMP_TARGET_MISSING', message, {
          pointer,
          fix: data
            ? { title: `Jump to "${near}"`, operations: [{ op: 'update_node', nodeId: node.id, data }] }
            : undefined,
        });
      }),
  );
