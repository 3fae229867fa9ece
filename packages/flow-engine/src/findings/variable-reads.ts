import { conditionOperator } from '../values/condition-operator.ts';
import { isJsonObject } from '../values/json.ts';
import type { AnalyzedNode } from './analysis.ts';

/** A place where a node reads a variable. */
export interface VariableRead {
  readonly name: string;
  /** Of the text, within `data`. */
  readonly pointer: string | undefined;
  /** Not in a placeholder: it may be a fixed text as well. */
  readonly isBare: boolean;
  readonly hasDefault: boolean;
  /** Before the node has written its own variables, or after. */
  readonly when: 'before' | 'after';
}

/** What a node reads; tests whether something is set are no reads. */
export function variableReads(node: AnalyzedNode): VariableRead[] {
  const tested = testedName(node)?.name;
  const placeholders = node.texts.flatMap(({ pointer, template }) =>
    template.parts.flatMap((part): VariableRead[] => {
      if (typeof part === 'string') return [];
      const name = part.path[0] ?? '';
      const hasDefault = part.filters.some(filter => filter.name === 'default');
      return [{ name, pointer, isBare: false, hasDefault, when: timeOf(node, pointer) }];
    }),
  );
  const bare = node.reads.map((name): VariableRead => {
    const pointer = node.texts.find(({ text }) => text.trim() === name)?.pointer;
    return { name, pointer, isBare: true, hasDefault: false, when: 'before' };
  });
  return [...placeholders, ...bare].filter(({ name }) => name !== tested);
}

/** The variable that a condition asks whether it is set, and the output that says so. */
export function testedName({ node, data, texts }: AnalyzedNode): { name: string; handle: string } | undefined {
  if (node.type !== 'condition-node' || !isJsonObject(data)) return undefined;
  const operator = conditionOperator(String(data['operator']));
  if (operator !== 'isEmpty' && operator !== 'isNotEmpty') return undefined;
  const left = texts.find(({ pointer }) => pointer === '/leftValue');
  const [only, more] = left?.template.parts ?? [];
  if (only === undefined || more !== undefined) return undefined;
  const name = typeof only === 'string' ? only.trim() : (only.path[0] ?? '');
  return { name, handle: operator === 'isNotEmpty' ? 'source-0' : 'source-1' };
}

/** All texts of a question but the question itself are said once there is an answer, or none was right. */
function timeOf({ waits }: AnalyzedNode, pointer: string): 'before' | 'after' {
  return waits && pointer !== '/questionText' && pointer !== '/choicePrompt' ? 'after' : 'before';
}
