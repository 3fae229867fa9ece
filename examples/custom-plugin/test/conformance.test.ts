import { chatbots } from '@conferbot/chatbots';
import { conformance } from '@conferbot/testing';
import { acmeChanges } from '../src/plugin.ts';

conformance({
  plugin: () => acmeChanges(),
  beside: () => [chatbots()],
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
    return { list_chatbot_changes: { chatbotId } };
  },
});
