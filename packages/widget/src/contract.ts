import { defineId, defineService } from '@conferbot/plugin';

/** `chn_…` */
export const channelId = defineId('chn', 'channel');

/** Whether visitors find articles in a widget. Without a provider there are none. */
export interface HelpCentre {
  /** @param chatbotId uuid */
  hasArticles(chatbotId: string): Promise<boolean>;
}

export const helpCentre = defineService<HelpCentre>('widget.help-centre');
