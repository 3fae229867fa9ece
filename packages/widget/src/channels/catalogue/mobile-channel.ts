import { vendorChannel } from '../vendor-channel.ts';

export const mobileChannel = vendorChannel({
  type: 'mobile',
  title: 'Mobile app',
  settings: { bundleId: 'Bundle id of the app.' },
  secrets: { pushKey: 'Key of the push service.' },
});
