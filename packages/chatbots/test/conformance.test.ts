import { conformance } from '@conferbot/testing';
import { chatbots } from '../src/index.ts';

conformance({
  plugin: chatbots,
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
    return {
      list_chatbots: {},
      get_chatbot: { chatbotId },
      create_chatbot: { name: 'Sales', description: 'Answers questions about prices.' },
      update_chatbot: { chatbotId, disabled: true },
      duplicate_chatbot: { chatbotId },
      delete_chatbot: { chatbotId },
    };
  },
});
