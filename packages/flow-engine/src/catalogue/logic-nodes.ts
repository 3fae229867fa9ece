import type { NodeType } from './node-type.ts';
import { booleanLogicNode } from './nodes/boolean-logic-node.ts';
import { businessHoursNode } from './nodes/business-hours-node.ts';
import { conditionNode } from './nodes/condition-node.ts';
import { jumpToNode } from './nodes/jump-to-node.ts';
import { mathOperationNode } from './nodes/math-operation-node.ts';
import { randomFlowNode } from './nodes/random-flow-node.ts';
import { variableNode } from './nodes/variable-node.ts';

export const logicNodes: readonly NodeType[] = [
  conditionNode,
  booleanLogicNode,
  mathOperationNode,
  variableNode,
  randomFlowNode,
  jumpToNode,
  businessHoursNode,
];
