import { template } from '../../template.ts';
import { csatAfterChatFlow } from './flow.ts';
import { csatAfterChatKnowledge } from './knowledge.ts';

export const csatAfterChat = template({
  slug: 'csat-after-chat',
  name: 'CSAT after a chat',
  category: 'surveys',
  description:
    'For support teams: one to five stars after a conversation, with what was good or missing; one or two stars open a ticket for the head of the team.',
  goal: 'A rating from 1 to 5, with a ticket for each low one.',
  flow: csatAfterChatFlow,
  widget: {
    botName: 'How did we do?',
    headerBgColor: '#854d0e',
    headerTextColor: '#ffffff',
    userMsgColor: '#854d0e',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#fefce8',
    optionBubbleTextColor: '#713f12',
    chatIconCtaText: 'Rate our help in half a minute',
    enableKnowledgeBase: false,
  },
  knowledge: csatAfterChatKnowledge,
});
