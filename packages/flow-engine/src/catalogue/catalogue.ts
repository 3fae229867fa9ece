import type { NodeType } from './node-type.ts';
import { messageNode } from './nodes/message-node.ts';
import { welcomeNode } from './nodes/welcome-node.ts';

/** The node types in the order in which documentation shows them. */
const all: readonly NodeType[] = [welcomeNode, messageNode];

/** The catalogue: every node type by its name. */
export const nodeTypes: ReadonlyMap<string, NodeType> = new Map(all.map(type => [type.type, type]));
