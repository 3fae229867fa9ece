import { template } from '../../template.ts';
import { helpDeskTriageFlow } from './flow.ts';
import { helpDeskTriageKnowledge } from './knowledge.ts';

export const helpDeskTriage = template({
  slug: 'help-desk-triage',
  name: 'Help desk triage',
  category: 'customer-support',
  description:
    'For support teams: finds the topic, searches your help pages, asks whether the article helped, and opens a ticket with the whole case if not. Urgent cases get a person.',
  goal: 'A question that an article answered, or a complete ticket.',
  flow: helpDeskTriageFlow,
  widget: {
    botName: 'Help desk',
    enableTagline: true,
    tagline: 'Answers first, people when you need them',
    headerBgColor: '#0c4a6e',
    headerTextColor: '#ffffff',
    userMsgColor: '#0c4a6e',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#f0f9ff',
    optionBubbleTextColor: '#0c4a6e',
    chatIconCtaText: 'Stuck? I can help.',
    enableKnowledgeBase: true,
  },
  knowledge: helpDeskTriageKnowledge,
});
