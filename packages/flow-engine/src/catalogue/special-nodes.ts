import type { NodeType } from './node-type.ts';
import { delayNode } from './nodes/delay-node.ts';
import { humanHandoverNode } from './nodes/human-handover-node.ts';

export const specialNodes: readonly NodeType[] = [delayNode, humanHandoverNode];
