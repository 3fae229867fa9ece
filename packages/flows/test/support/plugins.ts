import { randomBytes } from 'node:crypto';
import { chatbots } from '@conferbot/chatbots';
import { createSecretBox, type Plugin } from '@conferbot/plugin';
import { flows } from '../../src/index.ts';

/** The flows of a server with a key of its own, and the chatbots that they hang on. */
export function flowPlugins(options: { readonly allowPrivateUrls?: boolean } = {}): Plugin[] {
  return [chatbots(), flows({ secrets: createSecretBox(randomBytes(32)), ...options })];
}
