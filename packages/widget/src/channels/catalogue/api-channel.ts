import { ownChannel } from '../own-channel.ts';

/** The owner's own servers, which speak for their users. */
export const apiChannel = ownChannel({
  type: 'api',
  title: 'API',
  key: { name: 'signingKey', prefix: 'cbsk' },
  shown: ({ apiUrl }) => ({
    apiUrl,
    signing:
      'POST {"channel":"api"} to apiUrl with x-conferbot-timestamp (Unix seconds, at most 5 minutes off) and x-conferbot-signature: the hex HMAC-SHA256 of "<timestamp>.<raw body>" under signingKey. POST /api/v1/external/v1/channels/{channelId}/key makes a signingKey and shows it once.',
  }),
});
