import { FlowError } from '../graph/flow-error.ts';
import { isJsonObject } from '../values/json.ts';
import { type FlowState, stateVersion, type Trigger } from './state.ts';

/** A conversation that has not started; `advance` it with `{ kind: 'start' }`. */
export function startState({ seed = 1, visitor = {}, session = {}, variables = {} }: Trigger = {}): FlowState {
  return {
    schemaVersion: stateVersion,
    status: 'active',
    turn: 0,
    random: seed | 0,
    variables,
    variableSize: JSON.stringify(variables).length,
    visitor,
    session,
    visits: {},
    wait: null,
    interrupted: null,
    lastReply: '',
  };
}

/**
 * Takes a stored state back.
 *
 * @throws FlowError `malformed` for what is no state, or one of a later engine.
 */
export function readState(stored: unknown): FlowState {
  if (!isJsonObject(stored) || typeof stored['schemaVersion'] !== 'number') {
    throw new FlowError('malformed', 'This is not the state of a conversation.');
  }
  if (stored['schemaVersion'] !== stateVersion) {
    throw new FlowError(
      'malformed',
      `This state has schema version ${stored['schemaVersion']}; this engine reads ${stateVersion}.`,
      '/schemaVersion',
    );
  }
  return stored as unknown as FlowState;
}
