import { chatbots } from '@conferbot/chatbots';
import { conformance } from '@conferbot/testing';
import { knowledge } from '../src/index.ts';
import { knowledgeOptions } from './support/plugins.ts';

conformance({
  plugin: () => knowledge(knowledgeOptions()),
  beside: () => [chatbots()],
  async examples(workspace) {
    const { id: chatbotId } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    const category = { chatbotId, name: 'Billing' };
    const { id: categoryId } = await workspace.call<{ id: string }>('create_knowledge_category', category);
    const article = { chatbotId, title: 'How do I pay?', description: 'Ways to pay.', content: 'By card.', categoryId };
    const { id: articleId } = await workspace.call<{ id: string }>('create_knowledge_article', article);
    return {
      list_knowledge_base: { chatbotId, categoryId, reviewStatus: 'draft', search: 'pay', limit: 3 },
      get_knowledge_article: { chatbotId, articleId, revision: 1 },
      create_knowledge_article: { ...article, seoKeywords: ['money'], metaDescription: 'Pay.', locale: 'de' },
      update_knowledge_article: { chatbotId, articleId, content: 'By card or cash.', reviewStatus: 'published' },
      list_knowledge_categories: { chatbotId, limit: 3 },
      create_knowledge_category: {
        chatbotId,
        name: 'Orders',
        description: 'After the sale.',
        icon: '📦',
        color: '#ABCDEF',
      },
      get_ai_config: { chatbotId },
      update_ai_config: { chatbotId, enabled: true, mode: 'ai_only', greetingOverride: 'Ask me anything.' },
    };
  },
});
