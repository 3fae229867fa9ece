import { askNodes } from './ask-nodes.ts';
import { choiceNodes } from './choice-nodes.ts';
import { integrationNodes } from './integration-nodes.ts';
import { legacyNodes } from './legacy-nodes.ts';
import { logicNodes } from './logic-nodes.ts';
import type { NodeType } from './node-type.ts';
import { sendNodes } from './send-nodes.ts';
import { specialNodes } from './special-nodes.ts';

/** The node types in the order in which documentation shows them. */
const all: readonly NodeType[] = [
  ...sendNodes,
  ...askNodes,
  ...choiceNodes,
  ...legacyNodes,
  ...logicNodes,
  ...integrationNodes,
  ...specialNodes,
];

/** The catalogue: every node type by its name. */
export const nodeTypes: ReadonlyMap<string, NodeType> = new Map(all.map(type => [type.type, type]));
