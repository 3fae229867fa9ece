import type { Json, JsonObject } from '../values/json.ts';
import type { InputRequest } from './input-request.ts';

/** Version of the shape of {@link FlowState}; `readState` brings older ones up. */
export const stateVersion = 1;

/** Where a conversation is. Plain JSON: what is stored and read back goes on as if nothing had happened. */
export interface FlowState {
  readonly schemaVersion: typeof stateVersion;
  readonly status: FlowStatus;
  /** Turns taken. */
  readonly turn: number;
  /** State of the random generator. */
  readonly random: number;
  /** Answers and set variables by name, the latest of each. */
  readonly variables: JsonObject;
  /** Characters of `variables` as JSON, kept as they are written. */
  readonly variableSize: number;
  readonly visitor: Visitor;
  readonly session: JsonObject;
  /** Visits by node. */
  readonly visits: Readonly<Record<string, number>>;
  /** What the conversation waits for; null before its start and after its end. */
  readonly wait: Wait | null;
  /** What was interrupted by a visitor's request for a person, and is taken up again. */
  readonly interrupted: Wait | null;
  /** What the visitor last wrote, for AI nodes. */
  readonly lastReply: string;
}

export type FlowStatus = 'active' | 'waiting_human' | 'human' | 'completed' | 'failed' | 'closed';

export interface Visitor {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface Wait {
  readonly for: 'reply' | 'effect' | 'timer' | 'human';
  /** Empty when the engine itself waits, for a person whom the visitor asked for. */
  readonly nodeId: string;
  readonly visit: number;
  /** Where in the node: its own JSON. */
  readonly step: Json;
  /** Of `reply`. */
  readonly request?: InputRequest;
  /** Of `reply`: replies that were not taken. */
  readonly attempts?: number;
  /** Of `effect`: its id. */
  readonly effectId?: string;
  /** Of `timer` and `human`: milliseconds since 1970. */
  readonly until?: number;
}

/** How a conversation begins. */
export interface Trigger {
  /** Any integer: the same seed draws the same numbers. Default 1. */
  readonly seed?: number;
  readonly visitor?: Visitor;
  /** What is known of the visit, read as `{{session.…}}`: page, referrer, locale, timezone, device, chatbot name. */
  readonly session?: JsonObject;
  readonly variables?: JsonObject;
}
