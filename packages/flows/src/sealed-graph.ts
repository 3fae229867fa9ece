import { type FlowGraph, mapSecrets } from '@conferbot/flow-engine';
import type { SecretBox } from '@conferbot/plugin';

/** Tells what was sealed from text that stood at its place before the place became one of secrets. */
const mark = 'sealed:';

/** A graph as it is stored: nothing that is secret can be read in it. */
export function sealGraph(graph: FlowGraph, secrets: SecretBox, context: string): FlowGraph {
  return mapSecrets(graph, secret => `${mark}${secrets.seal(secret, context)}`);
}

/** A stored graph with its secrets in the clear. */
export function openGraph(graph: FlowGraph, secrets: SecretBox, context: string): FlowGraph {
  return mapSecrets(graph, text => (text.startsWith(mark) ? secrets.open(text.slice(mark.length), context) : text));
}
