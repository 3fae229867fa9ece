import { flows } from '@conferbot/flows';
import { createSecretBox, type Plugin } from '@conferbot/plugin';

/** The flows plugin with a key of its own. */
export function flowsOfTests(): Plugin {
  return flows({ secrets: createSecretBox(new Uint8Array(32)), allowPrivateUrls: false });
}
