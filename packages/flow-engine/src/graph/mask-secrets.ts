import { parseTemplate } from '../text/template.ts';
import type { Json } from '../values/json.ts';
import { dots, isMask } from '../values/mask.ts';
import type { FlowGraph, FlowNode } from './graph.ts';
import { mapPlaces, secretPlaces } from './secret-places.ts';

/** Where a secret is: a JSON pointer within the data of a node. */
export interface SecretPlace {
  readonly nodeId: string;
  readonly pointer: string;
}

/** A shorter secret would be half given away by four of its characters. */
const shortestWithTail = 12;
/** Words before a placeholder in an `Authorization` header. */
const schemes = /^(?:basic|bearer|token|digest|apikey|key)?$/i;

/**
 * A graph that may be shown: each key, token and password as `••••1234`, or `••••` where it has less than 12
 * characters. Placeholders, alone or after a word such as `Bearer`, stay; so do masks.
 */
export function maskSecrets(graph: FlowGraph): FlowGraph {
  return changeSecrets(graph, secret => maskText(secret));
}

/**
 * Puts the stored secrets back where a masked graph returns with edits. A mask keeps what is stored at that place of
 * that node, or the one stored secret of the node that is masked in this way where the author moved it. A mask that
 * matches nothing, as in a copy of a node, is emptied, so that validation can ask for the secret instead of sending the
 * mask to somebody. Secrets never move to another node or another type of node.
 */
export function restoreSecrets(graph: FlowGraph, stored: FlowGraph): FlowGraph {
  const storedNodes = new Map(stored.nodes.map(node => [node.id, node]));
  return changeSecrets(graph, (secret, { nodeId, pointer }, node) => {
    if (!isMask(secret)) return secret;
    const before = storedNodes.get(nodeId);
    if (before?.type !== node.type) return '';
    const values = secretValues(before);
    const here = values.get(pointer);
    if (here !== undefined) return here;
    const alike = [...new Set(values.values())].filter(value => maskText(String(value)) === secret);
    return alike.length === 1 ? (alike[0] ?? '') : '';
  });
}

/** A graph to give away, as a template or an export: secrets are empty texts. */
export function dropSecrets(graph: FlowGraph): FlowGraph {
  return changeSecrets(graph, () => '');
}

/** A graph with each secret replaced, as encryption at rest does. A secret that is a number is given as its text. */
export function mapSecrets(graph: FlowGraph, change: (secret: string, place: SecretPlace) => string): FlowGraph {
  return changeSecrets(graph, change);
}

/** The secrets of a graph, in the order of its nodes. */
export function secretsOf(graph: FlowGraph): readonly (SecretPlace & { readonly secret: string })[] {
  return graph.nodes.flatMap(node =>
    [...secretValues(node)].map(([pointer, value]) => ({ nodeId: node.id, pointer, secret: String(value) })),
  );
}

/** What stands for a secret where it is shown. */
export function maskText(secret: string): string {
  if (isMask(secret)) return secret;
  return secret.length < shortestWithTail ? dots : `${dots}${secret.slice(-4).toWellFormed()}`;
}

/** Whether a text at the place of a secret is one: neither empty nor made of placeholders. */
export function isSecret(text: string): boolean {
  const { parts } = parseTemplate(text, 'plain');
  const literal = parts.filter(part => typeof part === 'string');
  return text !== '' && !(literal.length < parts.length && schemes.test(literal.join('').trim()));
}

function secretValues(node: FlowNode): Map<string, string | number> {
  const values = new Map<string, string | number>();
  mapPlaces(node.data, secretPlaces(node.type), (value, pointer) => {
    if (isSecret(String(value))) values.set(pointer, value);
    return value;
  });
  return values;
}

function changeSecrets(
  graph: FlowGraph,
  change: (secret: string, place: SecretPlace, node: FlowNode) => Json,
): FlowGraph {
  const nodes = graph.nodes.map(node => {
    const data = mapPlaces(node.data, secretPlaces(node.type), (value, pointer) => {
      const secret = String(value);
      if (!isSecret(secret)) return value;
      const changed = change(secret, { nodeId: node.id, pointer }, node);
      return changed === secret ? value : changed;
    });
    return data === node.data ? node : { ...node, data };
  });
  return { ...graph, nodes };
}
