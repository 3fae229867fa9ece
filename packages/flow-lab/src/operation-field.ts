import type { FlowOperation, JsonObject } from '@conferbot/flow-engine';
import { invalidArgument } from '@conferbot/plugin';
import { z } from 'zod';
import { anyObject } from './any-json.ts';

const members = {
  op: z
    .enum(['add_node', 'update_node', 'delete_node', 'connect', 'disconnect'])
    .describe('What to do. delete_node removes the edges of the node too.'),
  node: anyObject
    .optional()
    .describe('Of add_node: {id, type, data, position?}. describe_node_type tells the data of each type.'),
  nodeId: z.string().max(128).optional().describe('Of update_node and delete_node: id of the node.'),
  data: anyObject
    .optional()
    .describe('Of update_node: the fields to change. null removes a field, what is left out stays as it is.'),
  position: z
    .object({ x: z.number().describe('Pixels to the right.'), y: z.number().describe('Pixels down.') })
    .optional()
    .describe('Of update_node: where an editor draws the node.'),
  edge: anyObject
    .optional()
    .describe('Of connect: {source, target, sourceHandle?, label?, id?}. Without sourceHandle: the default output.'),
  edgeId: z.string().max(128).optional().describe('Of disconnect: id of the edge.'),
};

/** One edit, flat, so that every client can read its schema; what each `op` needs is checked by {@link readOperations}. */
export const operationField = z.strictObject(members);

/** An edit that apply_flow_patch takes. */
export const operationOutput = z.object(members);

type OperationInput = z.output<typeof operationField>;

/** What each operation takes besides `op`; the first is required. */
const takes = {
  add_node: ['node'],
  update_node: ['nodeId', 'data', 'position'],
  delete_node: ['nodeId'],
  connect: ['edge'],
  disconnect: ['edgeId'],
} as const satisfies Record<OperationInput['op'], readonly (keyof OperationInput)[]>;

/** @throws Fault `invalid_argument` that names the operation by its index. */
export function readOperations(inputs: readonly OperationInput[]): FlowOperation[] {
  return inputs.map((input, index) => {
    const [required, ...optional]: readonly (keyof OperationInput)[] = takes[input.op];
    if (required !== undefined && input[required] === undefined) {
      throw invalidArgument(`operations.${index}.${required}`, `${input.op} needs ${required}.`);
    }
    const known = ['op', required, ...optional];
    const foreign = Object.keys(input).find(name => !known.includes(name));
    if (foreign !== undefined) {
      throw invalidArgument(`operations.${index}.${foreign}`, `${input.op} takes no ${foreign}.`);
    }
    return input as JsonObject as FlowOperation;
  });
}
