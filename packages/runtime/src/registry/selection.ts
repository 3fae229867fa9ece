import type { Scope } from '@conferbot/plugin';

/** Which part of a composition an endpoint address, a header and a key offer together. */
export interface Selection {
  /** Plugin ids, or undefined for all. */
  readonly plugins: readonly string[] | undefined;
  readonly readOnly: boolean;
  /** The endpoint is bound to one chatbot: `chatbotId` is set by the server and absent from schemas. */
  readonly bound: boolean;
  readonly scopes: readonly Scope[];
  /** Destructive tools take a `confirmToken`. */
  readonly confirms: boolean;
}

/** Everything, for a key that may do everything. */
export const everything: Selection = {
  plugins: undefined,
  readOnly: false,
  bound: false,
  scopes: ['read', 'write', 'publish'],
  confirms: false,
};

/** Equal for selections that offer the same. */
export function selectionKey(selection: Selection): string {
  const plugins = selection.plugins === undefined ? '*' : [...new Set(selection.plugins)].sort().join();
  const scopes = [...new Set(selection.scopes)].sort().join();
  return `${plugins}|${scopes}|${selection.readOnly}|${selection.bound}|${selection.confirms}`;
}
