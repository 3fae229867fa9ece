import { contribute, definePlugin, Fault, on } from '@conferbot/plugin';
import { type ChatbotAspect, chatbotAspect, chatbotDeleted } from '../src/contract.ts';

/** A domain that hangs one text on each chatbot, kept in memory. */
export function mottoDomain() {
  const mottos = new Map<string, unknown>();
  const deleted: string[] = [];
  const store = { isClosed: false };
  const aspect: ChatbotAspect = {
    name: 'motto',
    create: async (_ctx, id) => void mottos.set(id, 'none yet'),
    snapshot: async (_ctx, id) => mottos.get(id),
    restore: async (_ctx, id, snapshot) => void mottos.set(id, snapshot),
    async remove(_ctx, id) {
      if (store.isClosed) throw new Fault('unavailable', 'The motto store is closed.');
      return { mottos: mottos.delete(id) ? 1 : 0 };
    },
  };
  const plugin = definePlugin({
    id: 'motto',
    version: '1.0.0',
    contributes: [contribute(chatbotAspect, aspect)],
    subscriptions: [on(chatbotDeleted, 'note', async ({ payload }) => void deleted.push(payload.chatbotId))],
  });
  return { plugin, store, mottos, deleted };
}
