import type { AnalyzedNode, FlowAnalysis } from '../analysis.ts';
import { assignedVariables } from '../assigned-variables.ts';
import { onlyNear } from '../edit-distance.ts';
import type { Finding, Fix } from '../finding.ts';
import { atNode } from '../place.ts';
import { renameInText } from '../rename-variable.ts';
import type { Rule } from '../rule.ts';
import { type VariableRead, variableReads } from '../variable-reads.ts';

const reserved: ReadonlySet<string> = new Set(['visitor', 'session', 'bot', 'now']);
const contact: ReadonlySet<string> = new Set(['name', 'email', 'phone']);

/** VARIABLE_MAYBE_UNSET */
export const unsetVariables: Rule = flow => {
  const assigned = assignedVariables(flow);
  return [...flow.reachable].flatMap(node => {
    const seen = new Set<string>();
    return variableReads(node).flatMap((read): Finding[] => {
      const { name, pointer, hasDefault } = read;
      const key = `${pointer} ${name}`;
      if (hasDefault || reserved.has(name) || seen.has(key)) return [];
      seen.add(key);
      if (!flow.writtenNames.has(name)) return contact.has(name) || read.isBare ? [] : [unknownName(flow, node, read)];
      if (assigned.isSet(node, name, read.when)) return [];
      const message = `"${name}" is read at "${node.id}", but not every way there sets it. Ask for it before, or write {{${name} | default:"…"}}.`;
      return [atNode(node, 'VARIABLE_MAYBE_UNSET', message, { pointer })];
    });
  });
};

function unknownName(flow: FlowAnalysis, node: AnalyzedNode, { name, pointer }: VariableRead): Finding {
  const near = onlyNear(name, flow.writtenNames);
  const hint =
    near === undefined ? 'It is empty unless whoever starts the conversation sets it.' : `Is "${near}" meant?`;
  const message = `Nothing in the flow sets "${name}", which "${node.id}" reads. ${hint}`;
  return atNode(node, 'VARIABLE_MAYBE_UNSET', message, {
    pointer,
    fix: near ? renaming(node, pointer, name, near) : undefined,
  });
}

function renaming(node: AnalyzedNode, pointer: string | undefined, from: string, to: string): Fix | undefined {
  const operation = pointer === undefined ? undefined : renameInText(node, pointer, from, to);
  return operation && { title: `Read "${to}"`, operations: [operation] };
}
