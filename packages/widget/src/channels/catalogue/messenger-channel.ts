import { vendorChannel } from '../vendor-channel.ts';

export const messengerChannel = vendorChannel({
  type: 'messenger',
  title: 'Messenger',
  settings: { pageId: 'Id of the Facebook page.' },
  secrets: {
    pageAccessToken: 'Access token of the page.',
    appSecret: 'Secret of the app, which signs what Messenger sends.',
  },
});
