import { vendorChannel } from '../vendor-channel.ts';

export const telegramChannel = vendorChannel({
  type: 'telegram',
  title: 'Telegram',
  settings: {},
  secrets: { botToken: 'Token of the bot, from BotFather.' },
});
