import { chatbots } from '@conferbot/chatbots';
import { type Testbed, testbed } from '@conferbot/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plugin } from '../src/index.ts';

let bed: Testbed;
beforeAll(async () => {
  bed = await testbed([chatbots(), plugin()]);
});
afterAll(() => bed?.[Symbol.asyncDispose]());

it('lists the notes, newest first', async () => {
  const workspace = bed.workspace();
  const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
  await workspace.call('add_to_my_notes', { chatbotId, text: 'First' });
  await workspace.call('add_to_my_notes', { chatbotId, text: 'Second' });
  expect(await workspace.call('list_my_notes')).toMatchObject({
    data: [
      { chatbotId, text: 'Second' },
      { chatbotId, text: 'First' },
    ],
  });
});

it('forgets the notes on a chatbot that is deleted, and no others', async () => {
  const workspace = bed.workspace();
  const { id: kept } = await workspace.call('create_chatbot', { name: 'Support' });
  const { id: deleted } = await workspace.call('create_chatbot', { name: 'Sales' });
  for (const chatbotId of [kept, deleted]) await workspace.call('add_to_my_notes', { chatbotId, text: 'A note' });
  await workspace.call('delete_chatbot', { chatbotId: deleted });
  await bed.relay.drain();
  const { data } = await workspace.call<{ data: object[] }>('list_my_notes');
  expect(data).toMatchObject([{ chatbotId: kept }]);
});
