import { compile, type FlowGraph, type FlowVersion } from '../../src/index.ts';
import { deepFreeze } from './deep-freeze.ts';

/** A version nobody can write to. */
export function frozenVersion(graph: FlowGraph): FlowVersion {
  const version = compile(deepFreeze(graph));
  for (const node of version.nodes.values()) deepFreeze(node.data);
  return version;
}
