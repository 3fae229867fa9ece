import { template } from '../../template.ts';
import { returnsAndExchangesFlow } from './flow.ts';
import { returnsAndExchangesKnowledge } from './knowledge.ts';

export const returnsAndExchanges = template({
  slug: 'returns-and-exchanges',
  name: 'Returns and exchanges',
  category: 'e-commerce',
  description:
    'For online shops: checks by date and reason whether something can come back, takes photos of damage, and requests the label for a refund or an exchange.',
  goal: 'A return with its label, or a case for the returns team.',
  flow: returnsAndExchangesFlow,
  widget: {
    botName: 'Returns',
    enableTagline: true,
    tagline: 'Thirty days, no arguments',
    headerBgColor: '#6d28d9',
    headerTextColor: '#ffffff',
    userMsgColor: '#6d28d9',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#f5f3ff',
    optionBubbleTextColor: '#5b21b6',
    chatIconCtaText: 'Return or exchange something',
    enableKnowledgeBase: true,
  },
  knowledge: returnsAndExchangesKnowledge,
});
