import type { VisitorIdentity } from '@conferbot/conversations/contract';
import type { CallContext, SecretBox } from '@conferbot/plugin';
import { keyedChannel } from './channel-key.ts';
import { readIdentityToken } from './identity-token.ts';
import { matchesMac } from './matches-mac.ts';

/** Visitors whom the owner of a chatbot vouches for, with the secret of its channel `web`. */
export function knownVisitors(ctx: CallContext, secrets: SecretBox): VisitorIdentity {
  return {
    async required(chatbotId) {
      const { config } = await keyedChannel(ctx, secrets, chatbotId, 'web');
      return config.identityRequired === 'true';
    },
    async verify(chatbotId, proof) {
      const { key } = await keyedChannel(ctx, secrets, chatbotId, 'web');
      if (key === undefined) {
        return {
          refusal:
            'This chatbot has no identity secret yet: POST /api/v1/external/v1/channels/{channelId}/key makes one.',
        };
      }
      if ('token' in proof) return readIdentityToken(proof.token, key, ctx.now());
      if (matchesMac(key, proof.userId, proof.hash)) return { userId: proof.userId };
      return { refusal: 'The hash is not the hex HMAC-SHA256 of the user id under the identity secret.' };
    },
  };
}
