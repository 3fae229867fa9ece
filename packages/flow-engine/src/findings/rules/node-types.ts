import { nodeTypes } from '../../catalogue/catalogue.ts';
import type { AnalyzedNode, FlowAnalysis } from '../analysis.ts';
import { onlyNear } from '../edit-distance.ts';
import type { Fix } from '../finding.ts';
import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

/** UNKNOWN_NODE_TYPE */
export const unknownNodeTypes: Rule = flow =>
  flow.nodes
    .filter(({ type }) => type === undefined)
    .map(node => {
      const near = onlyNear(node.node.type, nodeTypes.keys());
      const hint = near === undefined ? 'Use a type of the catalogue.' : `Is "${near}" meant?`;
      const message = `There is no node type "${node.node.type}"; conversations pass "${node.id}" by. ${hint}`;
      return atNode(node, 'UNKNOWN_NODE_TYPE', message, { pointer: '/type', fix: typeFix(flow, node, near) });
    });

function typeFix({ byId }: FlowAnalysis, node: AnalyzedNode, type: string | undefined): Fix | undefined {
  if (type === undefined || byId.get(node.id) !== node) return undefined;
  return { title: `Make it a ${type}`, operations: [{ op: 'update_node', nodeId: node.id, data: { type } }] };
}
