import type { Json } from '../values/json.ts';
import type { EffectRequest, EffectResult } from './effect.ts';
import type { Reply } from './input.ts';
import type { InputRequest } from './input-request.ts';

/** What a node does next. `step` is handed back as `call.step` when the node goes on. */
export type Step =
  /** Leaves by an output; without `handle` by the default one. */
  | { readonly do: 'leave'; readonly handle?: string }
  /** Goes to a node without an edge. */
  | { readonly do: 'jump'; readonly nodeId: string }
  /** Waits for a reply. The question is said as a message too, unless `silent`. */
  | { readonly do: 'ask'; readonly request: Omit<InputRequest, 'nodeId'>; readonly step?: Json; readonly silent?: true }
  /** Turns a reply back and asks the same again. */
  | { readonly do: 'reject'; readonly message: string }
  /** Waits for the result of an effect. */
  | { readonly do: 'await'; readonly request: EffectRequest; readonly step?: Json }
  /** Waits for a time, milliseconds since 1970. */
  | { readonly do: 'sleep'; readonly until: number; readonly step?: Json }
  /** Waits for a person, until a time at most. */
  | { readonly do: 'wait-for-human'; readonly until: number; readonly step?: Json };

/** Why a waiting node is called again. */
export type ResumeEvent =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'effect'; readonly result: EffectResult }
  | { readonly kind: 'timer' }
  | { readonly kind: 'agent_joined' }
  | { readonly kind: 'handback' };

export const leave = (handle?: string): Step => (handle === undefined ? { do: 'leave' } : { do: 'leave', handle });
