import { FlowError, type FlowErrorCode } from '@conferbot/flow-engine';
import { Fault, type FaultCode } from '@conferbot/plugin';

/** What a caller is told of a failure of the engine, by its code. */
export const faultCodes: Readonly<Record<FlowErrorCode, FaultCode>> = {
  malformed: 'invalid_argument',
  limit_exceeded: 'limit_exceeded',
  node_missing: 'not_found',
  edge_missing: 'not_found',
  node_exists: 'conflict',
  edge_exists: 'conflict',
};

/** Runs work of the engine on what a caller gave as `argument`. @throws Fault */
export function fromCaller<T>(argument: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof FlowError ? flowFault(error, argument) : error;
  }
}

function flowFault({ code, message, pointer }: FlowError, argument: string): Fault {
  const path = pathOf(argument, pointer);
  return new Fault(faultCodes[code], message, {
    fix: `Correct ${path} and call again.`,
    details: [{ path, message }],
  });
}

/** Dotted path of what a JSON pointer leads to in an argument; without an argument, in all of them. */
export function pathOf(argument: string, pointer: string): string {
  return [argument, ...pointer.split('/').slice(1)].filter(part => part !== '').join('.');
}
