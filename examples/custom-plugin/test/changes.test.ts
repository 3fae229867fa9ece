import { chatbots } from '@conferbot/chatbots';
import { type Testbed, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acmeChanges } from '../src/plugin.ts';

let bed: Testbed;
beforeAll(async () => {
  bed = await testbed([chatbots(), acmeChanges()]);
});
afterAll(() => bed?.[Symbol.asyncDispose]());

it('remembers each change of a chatbot, newest first', async () => {
  const workspace = bed.workspace();
  const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
  await workspace.call('update_chatbot', { chatbotId, name: 'Help' });
  await bed.relay.drain();
  await workspace.call('update_chatbot', { chatbotId, disabled: true });
  await bed.relay.drain();
  expect(await workspace.call('list_chatbot_changes', { chatbotId })).toEqual({
    data: [
      { name: 'Help', disabled: true, changedAt: expect.any(String) },
      { name: 'Help', disabled: false, changedAt: expect.any(String) },
    ],
  });
});

it('tells another workspace nothing', async () => {
  const { id: chatbotId } = await bed.workspace().call('create_chatbot', { name: 'Support' });
  expect(await bed.workspace().refused('list_chatbot_changes', { chatbotId })).toMatchObject({ error: 'not_found' });
});

it('forgets the changes of a chatbot with the chatbot, also of one that is told of too late', async () => {
  const workspace = bed.workspace();
  const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
  await workspace.call('update_chatbot', { chatbotId, name: 'Help' });
  await bed.relay.drain();
  await workspace.call('update_chatbot', { chatbotId, name: 'Care' });
  const { removed } = await workspace.call<{ removed: object }>('delete_chatbot', { chatbotId });
  expect(removed).toMatchObject({ changes: 1 });
  await bed.relay.drain();
  expect(await bed.relay.status()).toEqual({ waiting: 0, oldestSeconds: 0, givenUp: 0 });
});
