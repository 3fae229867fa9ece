import { ownChannel } from '../own-channel.ts';

export const webChannel = ownChannel({
  type: 'web',
  title: 'Website',
  shown: ({ scriptUrl, pageUrl }) => ({ scriptUrl, pageUrl }),
});
