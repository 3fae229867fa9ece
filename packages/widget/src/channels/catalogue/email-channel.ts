import { vendorChannel } from '../vendor-channel.ts';

export const emailChannel = vendorChannel({
  type: 'email',
  title: 'E-mail',
  settings: {
    address: 'Address that mail is sent to.',
    imapHost: 'Host of the mailbox.',
    smtpHost: 'Host that sends mail.',
  },
  secrets: { password: 'Password of the mailbox.' },
});
