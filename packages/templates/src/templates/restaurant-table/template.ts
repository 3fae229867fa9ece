import { template } from '../../template.ts';
import { restaurantTableFlow } from './flow.ts';
import { restaurantTableKnowledge } from './knowledge.ts';

export const restaurantTable = template({
  slug: 'restaurant-table',
  name: 'Restaurant table',
  category: 'booking',
  description:
    'For restaurants: takes a table request with party size, time and allergies, brings large groups to a person, and says by your hours when the answer comes.',
  goal: 'A table request with a phone number, confirmed by the guest.',
  flow: restaurantTableFlow,
  widget: {
    botName: 'Your table',
    enableTagline: true,
    tagline: 'Tuesday to Saturday, from 17:00',
    headerBgColor: '#881337',
    headerTextColor: '#ffffff',
    userMsgColor: '#881337',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#fff1f2',
    optionBubbleTextColor: '#881337',
    chatIconCtaText: 'Reserve a table',
    enableKnowledgeBase: true,
  },
  knowledge: restaurantTableKnowledge,
});
