import { nodeTypes } from '../catalogue/catalogue.ts';
import { plainText } from '../text/plain-text.ts';
import type { Json } from '../values/json.ts';
import type { EdgeEnds, FlowDiff } from './diff.ts';
import type { NodeChange, NodeName, ValueChange } from './node-difference.ts';

/** A difference in sentences, nodes first. */
export function summarize({ nodes, edges, variables }: Omit<FlowDiff, 'summary'>): string[] {
  return [
    ...nodes.added.map(node => `Added ${named(node)}.`),
    ...nodes.removed.map(node => `Removed ${named(node)}.`),
    ...nodes.changed.flatMap(nodeSentences),
    ...edges.rerouted.map(({ before, after, ...from }) => `${way(from)} now leads to "${after}", not to "${before}".`),
    ...edges.added.map(edge => `${way(edge)} now leads to "${edge.target}".`),
    ...edges.removed.map(edge => `${way(edge)} no longer leads to "${edge.target}".`),
    ...(variables.added.length > 0 ? [`New variables: ${variables.added.join(', ')}.`] : []),
    ...(variables.removed.length > 0 ? [`Variables no longer set: ${variables.removed.join(', ')}.`] : []),
    ...(nodes.moved > 0 ? [`${nodes.moved} ${nodes.moved === 1 ? 'node was' : 'nodes were'} only moved.`] : []),
  ];
}

function nodeSentences(change: NodeChange): string[] {
  const name = capital(named(change));
  const { added, removed, renamed } = change.options;
  return [
    ...(change.typeBefore === undefined ? [] : [`"${change.id}" is now a ${change.type}, not a ${change.typeBefore}.`]),
    ...change.texts.map(text => textSentence(name, text)),
    ...added.map(({ label, id }) => `${name} has a new option: ${quoted(label || id)}.`),
    ...removed.map(({ label, id }) => `${name} no longer has the option ${quoted(label || id)}.`),
    ...renamed.map(({ before, after }) => `${name}: the option ${quoted(before)} is now ${quoted(after)}.`),
    ...change.fields.map(field => fieldSentence(name, field)),
  ];
}

function textSentence(name: string, { pointer, after }: ValueChange): string {
  if (after === undefined || after === '') return `${name} no longer says anything at "${pointer.slice(1)}".`;
  const verb = /questionText$|choicePrompt$/.test(pointer) ? 'asks' : 'says';
  return `${name} now ${verb}: ${quoted(after)}.`;
}

function fieldSentence(name: string, { pointer, before, after }: ValueChange): string {
  const field = pointer.slice(1).replaceAll('/', '.');
  if (after === undefined) return `${name}: ${field} was removed.`;
  if (before === undefined) return `${name}: ${field} is now ${quoted(after)}.`;
  const [old, now] = [quoted(before), quoted(after)];
  return old === now ? `${name}: ${field} was changed.` : `${name}: ${field} is now ${now}, not ${old}.`;
}

function named({ id, type }: NodeName): string {
  const group = nodeTypes.get(type)?.group;
  const noun = group === 'ask' || group === 'choice' || group === 'legacy' ? 'question' : titleOf(type);
  return `${noun} "${id}"`;
}

const titleOf = (type: string) => nodeTypes.get(type)?.title.toLowerCase() ?? type;

function way({ source, output }: Pick<EdgeEnds, 'source' | 'output'>): string {
  return output === null ? `"${source}"` : `Output "${output.replace(/^source-/, '')}" of "${source}"`;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function quoted(value: Json): string {
  const text = typeof value === 'string' ? plainText(value) : JSON.stringify(value);
  const short = text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text;
  return typeof value === 'string' ? `"${short}"` : short;
}
