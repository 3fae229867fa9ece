import type { Json, JsonObject } from '../values/json.ts';

/** Work outside the engine. The host carries it out; requests may hold secrets and never go to a browser. */
export type EffectRequest =
  | {
      readonly kind: 'http';
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      /** Already a text, JSON where the node says nothing else. */
      readonly body?: string;
      readonly authentication?: JsonObject;
      readonly timeoutMs: number;
      /** Further attempts after a failure that may pass. */
      readonly retries: number;
    }
  | {
      readonly kind: 'ai';
      readonly provider?: string;
      readonly apiKey?: string;
      /** Base address of an OpenAI-compatible service. */
      readonly endpoint?: string;
      readonly model: string;
      readonly temperature: number;
      readonly maxTokens: number;
      readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[];
    }
  | {
      readonly kind: 'mail';
      readonly to: readonly string[];
      readonly cc?: readonly string[];
      readonly bcc?: readonly string[];
      readonly replyTo?: string;
      readonly subject: string;
      readonly body: string;
    }
  | {
      readonly kind: 'connector';
      /** The vendor: `slack`, `google-sheets`. */
      readonly connector: string;
      readonly operation: string;
      /** Data of the node with its texts filled in. */
      readonly parameters: JsonObject;
    }
  | {
      readonly kind: 'handover';
      readonly reason: 'node' | 'visitor';
      readonly priority: string;
      readonly assignment: JsonObject;
      /** When the wait for a person ends, milliseconds since 1970. */
      readonly until: number;
    };

export interface Effect {
  /** Stable for `(session, turn, node, visit)`: the idempotency key when it is carried out again. */
  readonly id: string;
  readonly nodeId: string;
  /** The flow goes on only when `advance` is given the result under this id. */
  readonly awaited: boolean;
  readonly request: EffectRequest;
}

/** How an effect ended. A failure never stops a flow. */
export type EffectResult =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly error: { readonly kind: EffectErrorKind; readonly message?: string } };

export type EffectErrorKind =
  | 'not_configured'
  | 'timeout'
  | 'connect'
  | 'dns'
  | 'tls'
  | 'blocked'
  | 'status'
  | 'bad_response'
  | 'failed';
