import type { ChatbotAspect } from '@conferbot/chatbots/contract';

/** Figures are of one chatbot: they go with it, and a copy starts with none. */
export const analyticsAspect: ChatbotAspect = {
  name: 'analytics',
  async remove({ sql }, chatbotId) {
    // First the row that whoever counts holds a lock on: what is under way is written, and then removed.
    await sql`delete from rollup_alarms where chatbot_id = ${chatbotId}`;
    await sql`delete from stale_quarters where chatbot_id = ${chatbotId}`;
    await sql`delete from count_rollups where chatbot_id = ${chatbotId}`;
    await sql`delete from node_rollups where chatbot_id = ${chatbotId}`;
    const days = await sql<{ starts_at: string }>`
      delete from day_courses where chatbot_id = ${chatbotId} returning starts_at`;
    return { analyticsDays: new Set(days.map(({ starts_at }) => starts_at)).size };
  },
};
