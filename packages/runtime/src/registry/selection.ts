import type { Scope } from '@conferbot/plugin';

/** Which part of a composition an endpoint address, a header and a key offer together. */
export interface Selection {
  /** Plugin ids, or undefined for all but those that are opt-in. */
  readonly plugins: readonly string[] | undefined;
  readonly readOnly: boolean;
  /** The endpoint is bound to one chatbot: `chatbotId` is set by the server and absent from schemas. */
  readonly bound: boolean;
  readonly scopes: readonly Scope[];
  /** Destructive tools take a `confirmToken`. */
  readonly confirms: boolean;
}

/** Everything that is offered by default, for a key that may do everything. */
export const everything: Selection = {
  plugins: undefined,
  readOnly: false,
  bound: false,
  scopes: ['read', 'write', 'publish'],
  confirms: false,
};

/** Equal for selections that offer the same. Worked out for each request. */
export function selectionKey({ plugins, scopes, readOnly, bound, confirms }: Selection): string {
  const flags =
    (scopes.includes('read') ? 1 : 0) |
    (scopes.includes('write') ? 2 : 0) |
    (scopes.includes('publish') ? 4 : 0) |
    (readOnly ? 8 : 0) |
    (bound ? 16 : 0) |
    (confirms ? 32 : 0);
  return plugins === undefined ? String(flags) : `${flags} ${[...new Set(plugins)].sort().join()}`;
}
