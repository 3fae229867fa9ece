import type { CompiledNode, FlowVersion } from '../graph/compile.ts';
import { parseTemplate } from '../text/template.ts';
import { dateAfter, isCalendarDate } from '../values/calendar-date.ts';
import { isJsonObject, type Json } from '../values/json.ts';

/** What visitors of this flow can say so that it makes a difference: values with which the flow compares answers. */
export interface Literals {
  /** For the question of a node. */
  forNode(nodeId: string): readonly Json[];
  /** For a variable or a path such as `session.page`. */
  forName(name: string): readonly Json[];
  /** Paths below a variable that the flow reads: `items.0` of `{{order.items.0}}`. */
  pathsOf(name: string): readonly string[];
  /** Variables on which ways depend and which no node writes: those that a host may set at the start. */
  readonly givenNames: readonly string[];
  /** Days that the flow names, as milliseconds since 1970. */
  readonly days: readonly number[];
}

const most = 200;
const deepest = 8;

/** Collects the literals of a flow by the variables that stand beside them in one node. */
export function literalsOf(version: FlowVersion): Literals {
  const byName = new Map<string, Set<Json>>();
  const links: [string, string][] = [];
  const days = new Set<number>();
  const nodes = [...version.nodes.values()];
  for (const node of nodes) {
    const { names, values } = contentOf(node, version);
    for (const name of names) addAll(byName, name, values);
    for (const written of writtenBy(node)) links.push(...names.map((name): [string, string] => [name, written]));
    for (const value of values) if (typeof value === 'string' && isCalendarDate(value)) days.add(Date.parse(value));
  }
  // What decides on a computed value decides on what it is computed from.
  for (let round = 0; round < 3; round++)
    for (const [name, written] of links) addAll(byName, name, byName.get(written));
  const own = new Map(nodes.map(node => [node.id, ownLiterals(node, version, byName)]));
  return {
    forNode: nodeId => own.get(nodeId) ?? [],
    forName: name => [...(byName.get(name) ?? [])],
    pathsOf: name =>
      [...byName.keys()].filter(key => key.startsWith(`${name}.`)).map(key => key.slice(name.length + 1)),
    givenNames: [...byName.keys()].filter(name => isGiven(name, version)),
    days: [...days],
  };
}

/** Nodes that choose a way by what was answered, and nodes of old, which do so too. */
function decides({ type }: CompiledNode): boolean {
  return type?.group === 'logic' || type?.group === 'legacy';
}

function contentOf(node: CompiledNode, version: FlowVersion): { names: string[]; values: Json[] } {
  const names = new Set<string>(node.type?.reads?.(node.data));
  const values = new Set<Json>();
  if (!decides(node)) return { names: [], values: [] };
  for (const scalar of scalarsIn(node.data)) {
    if (typeof scalar === 'number') addNumber(values, scalar);
    if (typeof scalar !== 'string') continue;
    const { parts } = parseTemplate(scalar, 'plain');
    for (const part of parts) if (typeof part !== 'string') addPath(names, part.path);
    if (version.writtenNames.has(scalar.trim())) names.add(scalar.trim());
    else if (parts.length === 1 && typeof parts[0] === 'string') addText(values, scalar.trim());
  }
  return { names: [...names], values: [...values].slice(0, most) };
}

const reserved = new Set(['visitor', 'session', 'bot', 'now', 'name', 'email', 'phone', '__proto__']);

function isGiven(name: string, { writtenNames }: FlowVersion): boolean {
  return !name.includes('.') && !writtenNames.has(name) && !reserved.has(name);
}

function addPath(names: Set<string>, path: readonly string[]): void {
  names.add(path[0] ?? '');
  if (path.length > 1) names.add(path.join('.'));
}

function ownLiterals(node: CompiledNode, version: FlowVersion, byName: ReadonlyMap<string, Set<Json>>): Json[] {
  const values = new Set<Json>(decides(node) ? contentOf(node, version).values : []);
  for (const name of writtenBy(node)) for (const value of byName.get(name) ?? []) values.add(value);
  return [...values].slice(0, most);
}

const writtenBy = ({ type, data, id }: CompiledNode): string[] =>
  (type?.writes?.(data, id) ?? []).map(({ name }) => name);

function addAll(byName: Map<string, Set<Json>>, name: string, values: Iterable<Json> = []): void {
  const known = byName.get(name) ?? new Set();
  byName.set(name, known);
  for (const value of values) if (known.size < most) known.add(value);
}

function addText(values: Set<Json>, text: string): void {
  if (text === '' || text.length > 200) return;
  const number = Number(text);
  if (Number.isFinite(number)) addNumber(values, number);
  values.add(text);
  if (isCalendarDate(text)) for (const days of [-1, 1]) values.add(dateAfter(text, days));
  if (text.includes(',')) for (const item of text.split(',', 20)) values.add(item.trim());
}

/** With its neighbours, since it may be a bound. */
function addNumber(values: Set<Json>, number: number): void {
  for (const near of [number, number - 1, number + 1]) values.add(near);
}

function scalarsIn(value: unknown, depth = deepest): Json[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  const items = isJsonObject(value)
    ? Object.entries(value).flatMap(([key, item]) => (key === 'type' ? [] : [item]))
    : Object.values(value);
  return items.flatMap(item => scalarsIn(item, depth - 1));
}
