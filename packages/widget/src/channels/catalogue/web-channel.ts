import { ownChannel } from '../own-channel.ts';

/** Websites. Their visitors can be verified: `identityRequired` is `true` in the config where they have to be. */
export const webChannel = ownChannel({
  type: 'web',
  title: 'Website',
  key: { name: 'identitySecret', prefix: 'cbid' },
  shown: ({ scriptUrl, pageUrl }) => ({ scriptUrl, pageUrl }),
});
