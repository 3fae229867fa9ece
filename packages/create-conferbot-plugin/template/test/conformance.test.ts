import { chatbots } from '@conferbot/chatbots';
import { conformance } from '@conferbot/testing';
import { plugin } from '../src/index.ts';

conformance({
  plugin,
  beside: () => [chatbots()],
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
    return { add_to_my_notes: { chatbotId, text: 'Ask for the order number first.' }, list_my_notes: {} };
  },
});
