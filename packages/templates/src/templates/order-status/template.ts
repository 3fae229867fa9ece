import { template } from '../../template.ts';
import { orderStatusFlow } from './flow.ts';
import { orderStatusKnowledge } from './knowledge.ts';

export const orderStatus = template({
  slug: 'order-status',
  name: 'Where is my order',
  category: 'customer-support',
  description:
    'For online shops: finds an order by number and e-mail address, says where it is, opens a case when it is late, and brings a person when it cannot be found.',
  goal: 'A visitor who knows where the order is, or a case for a late one.',
  flow: orderStatusFlow,
  widget: {
    botName: 'Order tracker',
    headerBgColor: '#92400e',
    headerTextColor: '#ffffff',
    userMsgColor: '#92400e',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#fffbeb',
    optionBubbleTextColor: '#78350f',
    chatIconCtaText: 'Where is my order?',
    enableKnowledgeBase: true,
  },
  knowledge: orderStatusKnowledge,
});
