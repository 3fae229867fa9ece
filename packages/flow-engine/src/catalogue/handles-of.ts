import type { FlowNode } from '../graph/graph.ts';
import { nodeTypes } from './catalogue.ts';
import type { Handle } from './node-type.ts';

/** The outputs of a node; undefined where its type is unknown or its data cannot be read. */
export function handlesOf(node: FlowNode): readonly Handle[] | undefined {
  const type = nodeTypes.get(node.type);
  const data = type?.data.safeParse(node.data);
  return data?.success ? type?.handles(data.data) : undefined;
}
