import { apiChannel } from './catalogue/api-channel.ts';
import { discordChannel } from './catalogue/discord-channel.ts';
import { emailChannel } from './catalogue/email-channel.ts';
import { instagramChannel } from './catalogue/instagram-channel.ts';
import { messengerChannel } from './catalogue/messenger-channel.ts';
import { mobileChannel } from './catalogue/mobile-channel.ts';
import { slackChannel } from './catalogue/slack-channel.ts';
import { telegramChannel } from './catalogue/telegram-channel.ts';
import { webChannel } from './catalogue/web-channel.ts';
import { whatsappChannel } from './catalogue/whatsapp-channel.ts';
import type { ChannelType } from './channel-type.ts';

/** In the order of lists. Append only: the ids of channels that were never set up follow from the places in it. */
export const channelTypes: readonly ChannelType[] = [
  webChannel,
  apiChannel,
  whatsappChannel,
  messengerChannel,
  instagramChannel,
  telegramChannel,
  slackChannel,
  discordChannel,
  emailChannel,
  mobileChannel,
];
