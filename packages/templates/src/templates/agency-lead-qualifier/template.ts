import { template } from '../../template.ts';
import { agencyLeadQualifierFlow } from './flow.ts';
import { agencyLeadQualifierKnowledge } from './knowledge.ts';

export const agencyLeadQualifier = template({
  slug: 'agency-lead-qualifier',
  name: 'Agency lead qualifier',
  category: 'lead-generation',
  description:
    'For agencies and consultants: asks for need, budget and deadline, gives points for each, brings good leads to a person at once and sends the others a guide.',
  goal: 'A qualified lead with an e-mail address.',
  flow: agencyLeadQualifierFlow,
  widget: {
    botName: 'Project desk',
    enableTagline: true,
    tagline: 'Five questions, two minutes',
    headerBgColor: '#115e59',
    headerTextColor: '#ffffff',
    userMsgColor: '#115e59',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#f0fdfa',
    optionBubbleTextColor: '#115e59',
    chatIconCtaText: 'Planning a project? Find out whether we fit.',
    enableKnowledgeBase: true,
  },
  knowledge: agencyLeadQualifierKnowledge,
});
