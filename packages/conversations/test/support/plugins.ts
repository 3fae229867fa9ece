import { randomBytes } from 'node:crypto';
import { chatbots } from '@conferbot/chatbots';
import { createEgress } from '@conferbot/egress';
import { flows } from '@conferbot/flows';
import { createSecretBox, type Plugin } from '@conferbot/plugin';
import { type ConversationsOptions, conversations } from '../../src/index.ts';

const secretsKey = randomBytes(32);
const sessionKey = randomBytes(32);

/** Options that are the same at each call, so that two processes can share a store. */
export function conversationOptions(changes: Partial<ConversationsOptions> = {}): ConversationsOptions {
  return {
    sessionKey,
    secrets: createSecretBox(secretsKey),
    egress: createEgress({ allowPrivate: true }),
    ...changes,
  };
}

/** What conversations stand on, and themselves. */
export function conversationPlugins(changes: Partial<ConversationsOptions> = {}): Plugin[] {
  return [
    chatbots(),
    flows({ secrets: createSecretBox(secretsKey), allowPrivateUrls: true }),
    conversations(conversationOptions(changes)),
  ];
}
