import type { CallContext } from '@conferbot/plugin';
import type { ChatbotDirectory } from './contract.ts';
import { findChatbot, noSuchChatbot } from './find-chatbot.ts';

export function directory(ctx: CallContext): ChatbotDirectory {
  return {
    async get(id) {
      const { name, disabled, published_version_id } = await findChatbot(ctx, id);
      return { id, name, disabled, publishedVersionId: published_version_id };
    },
    async setPublishedVersion(id, versionId) {
      const touched = await ctx.sql`
        update chatbots set published_version_id = ${versionId} where id = ${id} returning id`;
      if (touched.length === 0) throw noSuchChatbot(id);
    },
    async addResponses(id, count) {
      const touched = await ctx.sql`
        update chatbots set response_count = response_count + ${count} where id = ${id} returning id`;
      if (touched.length === 0) throw noSuchChatbot(id);
    },
  };
}
