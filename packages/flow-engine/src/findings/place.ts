import type { AnalyzedEdge, AnalyzedNode } from './analysis.ts';
import { type FindingCode, findingCodes } from './codes.ts';
import type { Finding, Fix } from './finding.ts';

interface Detail {
  /** JSON pointer within the `data` of the node, or within the edge. */
  readonly pointer?: string | undefined;
  readonly related?: readonly string[];
  readonly fix?: Fix | undefined;
}

export function atGraph(code: FindingCode, message: string, fix?: Fix): Finding {
  return { severity: findingCodes[code][0], code, message, pointer: '/nodes', ...(fix && { fix }) };
}

export function atNode(node: AnalyzedNode, code: FindingCode, message: string, detail: Detail = {}): Finding {
  const pointer = nodePointer(node) + (detail.pointer === undefined ? '' : `/data${detail.pointer}`);
  return { severity: findingCodes[code][0], code, message, nodeId: node.id, pointer, ...rest(detail) };
}

export function atEdge(
  { index, edge }: AnalyzedEdge,
  code: FindingCode,
  message: string,
  detail: Detail = {},
): Finding {
  const pointer = `/edges/${index}${detail.pointer ?? ''}`;
  return { severity: findingCodes[code][0], code, message, edgeId: edge.id, pointer, ...rest(detail) };
}

export const nodePointer = ({ index }: AnalyzedNode) => `/nodes/${index}`;

function rest({ related, fix }: Detail): Pick<Finding, 'related' | 'fix'> {
  return { ...(related && related.length > 0 && { related }), ...(fix && { fix }) };
}
