import type { DataIssue } from '../analysis.ts';
import { atNode } from '../place.ts';
import type { Rule } from '../rule.ts';

const most = 5;

/** BAD_NODE_DATA and LIMIT_EXCEEDED, as the schema of a type says it */
export const nodeData: Rule = ({ nodes }) =>
  nodes.flatMap(node =>
    node.issues.slice(0, most).map(issue => {
      const code = issue.code === 'too_big' ? 'LIMIT_EXCEEDED' : 'BAD_NODE_DATA';
      return atNode(node, code, inWords(issue, node.node.type), { pointer: pointerOf(issue, node.node.data) });
    }),
  );

/** As far down as there is something: a schema may read a text with commas as a list. */
function pointerOf({ path }: DataIssue, data: unknown): string {
  let pointer = '';
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) break;
    pointer += `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    value = Reflect.get(value, key);
  }
  return pointer;
}

/** "Invalid input: expected string, received undefined" is the language of programs. */
function inWords(issue: DataIssue, type: string): string {
  const field = issue.path.length === 0 ? 'The data' : `"${issue.path.map(String).join('.')}"`;
  const [, expected = '', received = ''] = /expected ([\w ]+), received (\w+)/.exec(issue.message) ?? [];
  if (received === 'undefined') return `${field} of the ${type} is missing. It is ${kinds[expected] ?? expected}.`;
  if (received !== '')
    return `${field} of the ${type} is ${kinds[expected] ?? expected}, not ${kinds[received] ?? received}.`;
  const rest = issue.message.replace(/^(?:Invalid \w+|Too \w+): /, '');
  return `${field} of the ${type} cannot be taken: ${rest}.`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};
