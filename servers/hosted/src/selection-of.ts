import type { KeyCaller } from '@conferbot/accounts';
import type { Selection } from '@conferbot/runtime';
import type { McpAddress } from './mcp-address.ts';

/** What a key and the address that it calls offer together. */
export function selectionOf(key: KeyCaller, address: McpAddress): Selection {
  return {
    plugins: narrowed(key.plugins, address.plugins),
    readOnly: address.readOnly,
    bound: address.chatbot !== undefined,
    scopes: key.principal.scopes,
    confirms: key.confirmDestructive,
  };
}

function narrowed(
  own: readonly string[] | undefined,
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  if (own === undefined || asked === undefined) return own ?? asked;
  return asked.filter(name => own.includes(name));
}
