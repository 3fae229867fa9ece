import { template } from '../../template.ts';
import { jobApplicationScreenerFlow } from './flow.ts';
import { jobApplicationScreenerKnowledge } from './knowledge.ts';

export const jobApplicationScreener = template({
  slug: 'job-application-screener',
  name: 'Job application screener',
  category: 'onboarding-hr',
  description:
    'Asks applicants for their consent, checks what the job needs, takes the CV and times for a call, and hands the application to your system, or to your mailbox if that does not answer.',
  goal: 'An application with a CV, a start date and times for a call.',
  flow: jobApplicationScreenerFlow,
  widget: {
    botName: 'Jobs',
    enableTagline: true,
    tagline: 'Apply in five minutes',
    headerBgColor: '#166534',
    headerTextColor: '#ffffff',
    userMsgColor: '#166534',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#f0fdf4',
    optionBubbleTextColor: '#166534',
    chatIconCtaText: 'Apply here',
  },
  knowledge: jobApplicationScreenerKnowledge,
});
