import type { ChannelSignature } from '@conferbot/conversations/contract';
import type { CallContext, SecretBox } from '@conferbot/plugin';
import { keyedChannel } from './channel-key.ts';
import { matchesMac } from './matches-mac.ts';

/** Clocks differ, and what somebody overhears is soon worth nothing. */
const toleranceSeconds = 300;

/** Calls that the servers of a chatbot's owner sign with the key of its channel `api`. */
export function signedCalls(ctx: CallContext, secrets: SecretBox): ChannelSignature {
  return {
    async refusal(chatbotId, { timestamp, signature, body }) {
      if (timestamp === '' || signature === '') {
        return 'The channel "api" takes signed calls only: send x-conferbot-timestamp and x-conferbot-signature.';
      }
      const now = ctx.now().getTime() / 1000;
      if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > toleranceSeconds) {
        return 'x-conferbot-timestamp is the time of the call in seconds since 1970, at most five minutes off.';
      }
      const { key } = await keyedChannel(ctx, secrets, chatbotId, 'api');
      if (key === undefined) {
        return 'The channel "api" has no signing key yet: POST /api/v1/external/v1/channels/{channelId}/key makes one.';
      }
      if (matchesMac(key, `${timestamp}.${body}`, signature)) return undefined;
      return 'x-conferbot-signature is not the hex HMAC-SHA256 of "<timestamp>.<raw body>" under the signing key.';
    },
  };
}
