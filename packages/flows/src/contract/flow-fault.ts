import { FlowError, type FlowErrorCode, type FlowGraph } from '@conferbot/flow-engine';
import { Fault, type FaultCode } from '@conferbot/plugin';
import { nearest } from './nearest.ts';

/** What a caller is told of a failure of the engine, by its code. */
export const flowFaultCodes: Readonly<Record<FlowErrorCode, FaultCode>> = {
  malformed: 'invalid_argument',
  limit_exceeded: 'limit_exceeded',
  node_missing: 'not_found',
  edge_missing: 'not_found',
  node_exists: 'conflict',
  edge_exists: 'conflict',
};

/** Paths of what lies within an argument. */
export const below =
  (argument: string) =>
  (pointer: string): string =>
    `${argument}${pointer.replaceAll('/', '.')}`;

/** Paths of what lies within the arguments of a tool that does one operation: `/0/node/id` is `node.id`. */
export const ofOperation = (pointer: string): string => pointer.split('/').slice(2).join('.');

/**
 * Runs work of the engine on what a caller gave; `pathOf` turns a pointer of the engine's into the dotted path of an
 * argument, `graph` is what is there already.
 *
 * @throws Fault that says what to do about it
 */
export function fromCaller<T>(pathOf: (pointer: string) => string, work: () => T, graph?: FlowGraph): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof FlowError ? flowFault(error, pathOf(error.pointer), graph) : error;
  }
}

function flowFault({ code, message }: FlowError, path: string, graph: FlowGraph | undefined): Fault {
  return new Fault(flowFaultCodes[code], message, {
    fix: fixOf(code, message, path, graph),
    details: [{ path, message }],
  });
}

function fixOf(code: FlowErrorCode, message: string, path: string, graph: FlowGraph | undefined): string {
  switch (code) {
    case 'node_missing': {
      const wanted = /"(.*)"/s.exec(message)?.[1] ?? '';
      const close = nearest(
        wanted,
        (graph?.nodes ?? []).map(({ id }) => id),
      );
      const hint = close === undefined ? '' : `Did you mean "${close}"? `;
      return `${hint}Call get_chatbot_flow to see the ids of its nodes.`;
    }
    case 'node_exists':
    case 'edge_exists':
      return `Give another id in ${path}. To see what is there, call get_chatbot_flow.`;
    case 'limit_exceeded':
      return 'Make the flow smaller: shorter texts, fewer nodes, or several chatbots.';
    default:
      return path === '' ? 'Correct the arguments and call again.' : `Correct ${path} and call again.`;
  }
}
