import { template } from '../../template.ts';
import { outOfHoursConciergeFlow } from './flow.ts';
import { outOfHoursConciergeKnowledge } from './knowledge.ts';

export const outOfHoursConcierge = template({
  slug: 'out-of-hours-concierge',
  name: 'Out-of-hours concierge',
  category: 'customer-support',
  description:
    'Calls a person during office hours. At night and at the weekend it answers from the knowledge base first, pages an engineer for urgent faults, and promises a call-back with a time.',
  goal: 'A question that is settled at once, or a call-back with a phone number and a promised time.',
  flow: outOfHoursConciergeFlow,
  widget: {
    botName: 'Night desk',
    enableTagline: true,
    tagline: 'Here when the team is not',
    headerBgColor: '#1e3a8a',
    headerTextColor: '#ffffff',
    userMsgColor: '#1e3a8a',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#eff6ff',
    optionBubbleTextColor: '#1e3a8a',
    chatIconCtaText: 'Can we help, even now?',
    enableKnowledgeBase: true,
  },
  knowledge: outOfHoursConciergeKnowledge,
});
