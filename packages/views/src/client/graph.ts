import type { Graph } from '../document.ts';
import { html, section, svg } from './element.ts';
import { arrowHead, GraphCanvas } from './graph-canvas.ts';
import { type Link, layOut, nodeSize, type Point } from './graph-layout.ts';
import { lookUp, type Row, rowsAt, textAt } from './look-up.ts';
import { tableOf } from './table.ts';

interface GraphNode {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly position: Point | undefined;
  readonly findings: readonly string[];
  /** The worst of its findings. */
  readonly severity: string;
}

interface GraphEdge extends Link {
  readonly label: string;
}

const margin = 30;
const lettersPerLine = 27;

/** The graph, and the same as a list of nodes. */
export function showGraph(block: Graph, result: unknown): Element {
  const findings = rowsAt(result, block.findings);
  const nodes = rowsAt(result, block.nodes).map(node => nodeOf(node, block, findings));
  const edges = rowsAt(result, block.edges).map(edgeOf);
  if (nodes.length === 0) return section(block.title, html('p', {}, 'There are no nodes.'));
  const points = layOut(nodes, edges);
  const canvas = new GraphCanvas(draw(nodes, edges, points, block.title), boxOf([...points.values()]), block.title);
  return section(block.title, canvas.element, nodeList(nodes, edges, points, canvas));
}

function nodeOf(node: Row, { text }: Graph, all: readonly Row[]): GraphNode {
  const id = textAt(node, 'id');
  const own = all.filter(finding => textAt(finding, 'nodeId') === id);
  const [x, y] = [lookUp(node, 'position.x'), lookUp(node, 'position.y')];
  return {
    id,
    type: textAt(node, 'type'),
    text: textAt(node, ...text),
    position: typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined,
    findings: own.map(finding => textAt(finding, 'message')),
    severity: own.some(finding => textAt(finding, 'severity') === 'error') ? 'bad' : own.length > 0 ? 'warning' : '',
  };
}

function edgeOf(edge: Row): GraphEdge {
  const [source, target] = [textAt(edge, 'source'), textAt(edge, 'target')];
  return { source, target, label: textAt(edge, 'label', 'sourceHandle') };
}

function boxOf(points: readonly Point[]) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - nodeSize.width / 2 - margin, Math.min(...ys) - nodeSize.height / 2 - margin];
  return {
    x: left,
    y: top,
    width: Math.max(...xs) + nodeSize.width / 2 + margin - left,
    height: Math.max(...ys) + nodeSize.height / 2 + margin - top,
  };
}

function draw(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  points: ReadonlyMap<string, Point>,
  title: string,
): SVGSVGElement {
  const label = `${title}. Nodes: ${nodes.length}. Edges: ${edges.length}. The list below says the same.`;
  return svg(
    'svg',
    { role: 'img', 'aria-label': label, preserveAspectRatio: 'xMidYMid meet' },
    arrowHead(),
    ...edges.flatMap(edge => drawEdge(edge, points)),
    ...nodes.map(node => drawNode(node, points.get(node.id) ?? { x: 0, y: 0 })),
  );
}

function drawNode({ id, type, text, findings, severity }: GraphNode, { x, y }: Point): SVGElement {
  const [left, top] = [x - nodeSize.width / 2, y - nodeSize.height / 2];
  const group = svg('g', { class: `node ${severity}`, 'data-node': id });
  group.append(
    svg('rect', { x: left, y: top, width: nodeSize.width, height: nodeSize.height, rx: 8 }),
    svg('text', { class: 'type', x: left + 10, y: top + 17 }, cut(`${type} · ${id}`)),
    svg('text', { x: left + 10, y: top + 35 }, text.slice(0, lettersPerLine)),
    svg('text', { x: left + 10, y: top + 50 }, cut(text.slice(lettersPerLine))),
    svg('title', {}, [type, id, text, ...findings].filter(one => one !== '').join('\n')),
  );
  if (findings.length > 0) {
    group.append(
      svg('circle', { class: 'flag', cx: left + nodeSize.width, cy: top, r: 11 }),
      svg(
        'text',
        { class: 'flag', x: left + nodeSize.width, y: top + 4, 'text-anchor': 'middle' },
        `${findings.length}!`,
      ),
    );
  }
  return group;
}

function drawEdge({ source, target, label }: GraphEdge, points: ReadonlyMap<string, Point>): SVGElement[] {
  const [from, to] = [points.get(source), points.get(target)];
  if (from === undefined || to === undefined) return [];
  const sideways = Math.abs(to.x - from.x) >= nodeSize.width;
  const [right, down] = [Math.sign(to.x - from.x) || 1, Math.sign(to.y - from.y) || 1];
  const [x1, y1, x2, y2] = sideways
    ? [from.x + (right * nodeSize.width) / 2, from.y, to.x - (right * nodeSize.width) / 2, to.y]
    : [from.x, from.y + (down * nodeSize.height) / 2, to.x, to.y - (down * nodeSize.height) / 2];
  const [bendX, bendY] = sideways ? [(x2 - x1) / 2, 0] : [0, (y2 - y1) / 2];
  const path = svg('path', {
    class: 'edge',
    'data-edge': `${source} ${target}`,
    d: `M${x1} ${y1}C${x1 + bendX} ${y1 + bendY} ${x2 - bendX} ${y2 - bendY} ${x2} ${y2}`,
    'marker-end': 'url(#tip)',
  });
  if (label === '') return [path];
  const text = svg('text', { class: 'handle', x: x1 * 0.7 + x2 * 0.3, y: y1 * 0.8 + y2 * 0.2 - 5 }, cut(label));
  text.setAttribute('text-anchor', 'middle');
  return [path, text];
}

function nodeList(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  points: ReadonlyMap<string, Point>,
  canvas: GraphCanvas,
): Element {
  const leaving = Map.groupBy(edges, ({ source }) => source);
  const rows = nodes.map(({ id, type, text, findings }) => {
    const show = html('button', { type: 'button', title: 'Show in the graph' }, id);
    show.addEventListener('click', () => canvas.centre(points.get(id) ?? { x: 0, y: 0 }));
    const ways = (leaving.get(id) ?? []).map(({ label, target }) => html('li', {}, label && `${label}: `, target));
    return [
      show,
      type,
      text,
      html('ul', {}, ...ways),
      html('ul', {}, ...findings.map(finding => html('li', {}, finding))),
    ];
  });
  const table = tableOf(['Node', 'Type', 'Text', 'Leads to', 'Findings'], rows, 'Nodes');
  return html('details', {}, html('summary', {}, 'Nodes as a list'), table);
}

function cut(text: string): string {
  return text.length > lettersPerLine ? `${text.slice(0, lettersPerLine - 1)}…` : text;
}
