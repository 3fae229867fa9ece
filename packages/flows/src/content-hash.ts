import { hash } from 'node:crypto';
import { type FlowGraph, maskSecrets } from '@conferbot/flow-engine';
import { canonicalJson } from './canonical-json.ts';

/**
 * SHA-256 of a flow as it is shown, positions included. It is made of what its readers can see anyway, so that nobody
 * can try out secrets against it; whether two flows are equal with their secrets, {@link sameFlow} tells.
 */
export function contentHash({ nodes, edges }: FlowGraph): string {
  return hash('sha256', canonicalJson(maskSecrets({ nodes, edges })));
}

/** Whether two flows are equal, secrets included. */
export function sameFlow(a: FlowGraph, b: FlowGraph): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
