import type { InputRequest, InputRequired } from '@conferbot/plugin';
import { type Caller, plainClient } from '../call/caller.ts';
import { DerivedCaller } from '../call/derived-caller.ts';
import type { Runtime } from '../runtime.ts';
import { digestOf } from './digest.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';

/** The client has to answer questions first and call again with the answers and the state. */
export interface InputNeeded {
  readonly kind: 'input-needed';
  readonly requests: Readonly<Record<string, InputRequest>>;
  /** Sealed, for the client to send back unread. */
  readonly state: string | undefined;
}

/** How far the confirmation of a call has come: not begun, the user was asked, the user agreed. */
export type Stage = 'new' | 'asked' | 'confirmed';

/**
 * One call that may take several round trips (MCP 2026-07-28, multi round-trip requests). What travels in
 * `requestState` is sealed for one workspace, key, chatbot, method, name and set of arguments, and of no use in
 * any other call.
 */
export class RoundTrip {
  readonly stage: Stage;
  /** The caller as the handler gets it: its `client.state` is what the handler itself had sealed. */
  readonly caller: Caller;
  readonly #runtime: Runtime;
  readonly #purpose: () => readonly string[];

  /**
   * Takes up a call. `caller.client.state` is the token as the client sent it.
   *
   * @throws ProtocolError `invalidParams` when the token was tampered with, has expired or is of another call.
   */
  constructor(runtime: Runtime, caller: Caller, method: string, name: string, args: unknown) {
    this.#runtime = runtime;
    this.#purpose = () => ['round-trip', ...callIdentity(caller, method, name, args)];
    const { client = plainClient } = caller;
    if (client.state === undefined) {
      this.stage = 'new';
      this.caller = caller;
      return;
    }
    const text = runtime.tokens.open(client.state, this.#purpose());
    if (text === undefined) throw invalidState();
    const [stage, state] = JSON.parse(text) as [Stage, string?];
    this.stage = stage;
    this.caller = new DerivedCaller(caller, { client: { ...client, state } });
  }

  /** What to answer when `question` was thrown. @throws Error when it asks nothing and carries nothing. */
  suspend(question: InputRequired, stage: Stage): InputNeeded {
    const { requests, state } = question;
    const stateless = stage === 'new' && state === undefined;
    if (stateless && Object.keys(requests).length === 0) throw new Error('InputRequired needs a question or a state.');
    const text = JSON.stringify(state === undefined ? [stage] : [stage, state]);
    const token = stateless ? undefined : this.#runtime.tokens.seal(text, this.#purpose());
    return { kind: 'input-needed', requests, state: token };
  }
}

/** What tells one call from another, whoever sends it again. */
export function callIdentity(caller: Caller, method: string, name: string, args: unknown): string[] {
  const { workspace, principal, boundChatbot = '' } = caller;
  const key = principal.kind === 'key' ? principal.keyId : principal.name;
  return [workspace.id, key, boundChatbot, method, name, digestOf(args ?? {})];
}

/** The answer to `requestState` that is not ours, or of another call. */
export function invalidState(): ProtocolError {
  return new ProtocolError(errorCodes.invalidParams, 'Invalid or expired requestState', {
    data: { reason: 'invalid_request_state' },
  });
}
