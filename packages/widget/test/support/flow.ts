import { compile, type FlowVersion, parseGraph } from '@conferbot/flow-engine';

/** A flow that passes nodes one after the other. */
export function flow(...nodes: readonly { readonly type: string; readonly data?: object }[]): FlowVersion {
  const named = nodes.map(({ type, data = {} }, index) => ({ id: `n${index}`, type, data }));
  const edges = named.slice(1).map(({ id }, index) => ({ source: `n${index}`, target: id }));
  return compile(parseGraph({ nodes: named, edges }));
}

export const say = (text: string) => ({ type: 'message-node', data: { text } });
