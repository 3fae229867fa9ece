import { vendorChannel } from '../vendor-channel.ts';

export const discordChannel = vendorChannel({
  type: 'discord',
  title: 'Discord',
  settings: { applicationId: 'Id of the application.' },
  secrets: { botToken: 'Token of the bot.' },
});
