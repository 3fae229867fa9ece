import { applyOperations, FlowError, type FlowGraph, type FlowOperation, restoreSecrets } from '@conferbot/flow-engine';
import { below, flowFaultCodes } from '@conferbot/flows/contract';
import { Fault } from '@conferbot/plugin';

/**
 * Applies a batch to a graph whose secrets are masked. A mask that belongs to none of its secrets is emptied, as it
 * will be when the graph is written.
 *
 * @throws Fault that names the operation that does not fit.
 */
export function patchGraph(graph: FlowGraph, operations: readonly FlowOperation[]): FlowGraph {
  try {
    return restoreSecrets(applyOperations(graph, operations), graph);
  } catch (error) {
    throw error instanceof FlowError ? patchFault(error, operations) : error;
  }
}

function patchFault({ code, message, pointer }: FlowError, operations: readonly FlowOperation[]): Fault {
  const path = below('operations')(pointer);
  const [, index] = /^\/(\d+)/.exec(pointer) ?? [];
  const what = index === undefined ? 'The result' : `Operation ${index} (${operations[Number(index)]?.op})`;
  return new Fault(flowFaultCodes[code], `${what} does not fit, so nothing was changed. ${message}`, {
    fix: `Correct ${path} and send the whole batch again; get_chatbot_flow shows what is there.`,
    details: [{ path, message }],
  });
}
