import { vendorChannel } from '../vendor-channel.ts';

export const whatsappChannel = vendorChannel({
  type: 'whatsapp',
  title: 'WhatsApp',
  settings: { phoneNumberId: 'Id of the phone number in the WhatsApp Business platform.' },
  secrets: {
    accessToken: 'Access token of a system user.',
    appSecret: 'Secret of the app, which signs what WhatsApp sends.',
  },
});
