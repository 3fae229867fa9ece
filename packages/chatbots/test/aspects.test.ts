import { contribute, definePlugin, Fault, on } from '@conferbot/plugin';
import { testbed } from '@conferbot/testing';
import { describe, expect, it } from 'vitest';
import { type ChatbotAspect, chatbotAspect, chatbotDeleted } from '../src/contract.ts';
import { chatbots } from '../src/index.ts';

/** A domain that hangs one text on each chatbot, kept in memory. */
function motto(more: Partial<ChatbotAspect> = {}) {
  const mottos = new Map<string, unknown>();
  const deleted: string[] = [];
  const aspect: ChatbotAspect = {
    name: 'motto',
    create: async (_ctx, id) => void mottos.set(id, 'none yet'),
    snapshot: async (_ctx, id) => mottos.get(id),
    restore: async (_ctx, id, snapshot) => void mottos.set(id, snapshot),
    remove: async (_ctx, id) => ({ mottos: mottos.delete(id) ? 1 : 0 }),
    ...more,
  };
  const plugin = definePlugin({
    id: 'motto',
    version: '1.0.0',
    contributes: [contribute(chatbotAspect, aspect)],
    subscriptions: [on(chatbotDeleted, 'note', async ({ payload }) => void deleted.push(payload.chatbotId))],
  });
  return { plugin, mottos, deleted };
}

describe('what other domains hang on a chatbot', () => {
  it('is created, copied and removed with it', async () => {
    const { plugin, mottos, deleted } = motto();
    await using bed = await testbed([chatbots(), plugin]);
    const workspace = bed.workspace();
    const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
    expect([...mottos.values()]).toEqual(['none yet']);
    const [uuid = ''] = mottos.keys();
    mottos.set(uuid, 'Always there');
    await workspace.call('duplicate_chatbot', { chatbotId });
    expect([...mottos.values()]).toEqual(['Always there', 'Always there']);
    expect(await workspace.call('delete_chatbot', { chatbotId })).toMatchObject({
      removed: { chatbots: 1, mottos: 1 },
    });
    expect(mottos.size).toBe(1);
    await bed.relay.drain();
    expect(deleted).toEqual([uuid]);
  });

  it('undoes the whole call when it fails', async () => {
    const failing = async () => {
      throw new Fault('unavailable', 'The motto store is closed.');
    };
    const { plugin, deleted } = motto({ remove: failing });
    await using bed = await testbed([chatbots(), plugin]);
    const workspace = bed.workspace();
    const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
    expect(await workspace.refused('delete_chatbot', { chatbotId })).toMatchObject({ error: 'unavailable' });
    expect(await workspace.call('get_chatbot', { chatbotId })).toMatchObject({ name: 'Support' });
    await bed.relay.drain();
    expect(deleted).toEqual([]);
  });
});
