import type { Json } from '../values/json.ts';
import type { EffectResult } from './effect.ts';

/** What moves a conversation on. */
export type FlowInput =
  | { readonly kind: 'start' }
  | ({ readonly kind: 'reply' } & Reply)
  | { readonly kind: 'effect'; readonly id: string; readonly result: EffectResult }
  /** The time in `state.wait.until` has come. */
  | { readonly kind: 'timer' }
  /** A visitor asks for a person, whatever the flow is doing. */
  | { readonly kind: 'handover' }
  /** A person answers. */
  | { readonly kind: 'agent_joined' }
  /** The person is done: survey, then the flow goes on. */
  | { readonly kind: 'handback' }
  /** The conversation is ended from outside. */
  | { readonly kind: 'close' };

/** What a visitor sends. One of the fields says it; text is matched to choices by id, label or number. */
export interface Reply {
  readonly text?: string;
  readonly choiceId?: string;
  readonly choiceIds?: readonly string[];
  readonly value?: Json;
  readonly files?: readonly UploadedFile[];
}

/** A file that the host has stored and looked into: `type` is what its bytes are. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly bytes: number;
  readonly type: string;
}
