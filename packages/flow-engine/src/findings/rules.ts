import type { Rule } from './rule.ts';
import { consent } from './rules/consent.ts';
import { cycleWithoutWait } from './rules/cycle-without-wait.ts';
import { deadEnds } from './rules/dead-ends.ts';
import { duplicateHandles } from './rules/duplicate-handles.ts';
import { duplicateIds } from './rules/duplicate-ids.ts';
import { edgeEnds } from './rules/edge-ends.ts';
import { edgeIntoStart } from './rules/edge-into-start.ts';
import { humanExit } from './rules/human-exit.ts';
import { jumpTargets } from './rules/jump-targets.ts';
import { longMessages } from './rules/long-messages.ts';
import { messagesInARow } from './rules/messages-in-a-row.ts';
import { nodeChecks } from './rules/node-checks.ts';
import { nodeData } from './rules/node-data.ts';
import { unknownNodeTypes } from './rules/node-types.ts';
import { requiredHandles } from './rules/required-handles.ts';
import { reservedVariables } from './rules/reserved-variables.ts';
import { start } from './rules/start.ts';
import { templates } from './rules/templates.ts';
import { unknownHandles } from './rules/unknown-handles.ts';
import { unreachable } from './rules/unreachable.ts';
import { unsetVariables } from './rules/unset-variables.ts';
import { unusedVariables } from './rules/unused-variables.ts';
import { variableTypes } from './rules/variable-types.ts';

/** Every rule; at one place of a graph, findings keep this order. */
export const rules: readonly Rule[] = [
  start,
  duplicateIds,
  unknownNodeTypes,
  nodeData,
  nodeChecks,
  edgeEnds,
  unknownHandles,
  duplicateHandles,
  requiredHandles,
  edgeIntoStart,
  cycleWithoutWait,
  jumpTargets,
  templates,
  reservedVariables,
  unreachable,
  deadEnds,
  unsetVariables,
  unusedVariables,
  variableTypes,
  humanExit,
  consent,
  longMessages,
  messagesInARow,
];
