import { conformance } from '@conferbot/testing';
import { templateId } from '../src/contract.ts';
import { chatbots } from '../src/index.ts';
import { templateUuid } from '../src/templates/template-uuid.ts';
import { catalogue } from './templates-catalogue.ts';

conformance({
  plugin: () => chatbots({ templates: catalogue }),
  sharedIds: ['templateId'],
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call('create_chatbot', { name: 'Support' });
    return {
      list_chatbots: {},
      get_chatbot: { chatbotId },
      create_chatbot: { name: 'Sales', description: 'Answers questions about prices.' },
      update_chatbot: { chatbotId, disabled: true },
      duplicate_chatbot: { chatbotId },
      export_chatbot: { chatbotId },
      delete_chatbot: { chatbotId },
      list_templates: { category: 'support' },
      get_template_categories: {},
      create_from_template: { templateId: templateId.encode(templateUuid('survey')), name: 'Survey' },
    };
  },
});
