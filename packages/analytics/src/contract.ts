import { defineService } from '@conferbot/plugin';

/** The roll-ups that figures are read from. */
export interface Rollups {
  /**
   * Has the quarters of an hour of a span counted anew from the conversations, in the background; figures that are
   * read before that are marked provisional where they rest on old counts.
   *
   * @param chatbotId uuid
   * @param from inclusive
   * @param to exclusive
   */
  rebuild(chatbotId: string, from: Date, to: Date): Promise<void>;
}

export const rollups = defineService<Rollups>('analytics.rollups');
