import { vendorChannel } from '../vendor-channel.ts';

export const instagramChannel = vendorChannel({
  type: 'instagram',
  title: 'Instagram',
  settings: { accountId: 'Id of the professional account.' },
  secrets: {
    accessToken: 'Access token of the account.',
    appSecret: 'Secret of the app, which signs what Instagram sends.',
  },
});
