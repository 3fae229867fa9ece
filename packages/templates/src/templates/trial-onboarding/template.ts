import { template } from '../../template.ts';
import { trialOnboardingFlow } from './flow.ts';
import { trialOnboardingKnowledge } from './knowledge.ts';

export const trialOnboarding = template({
  slug: 'trial-onboarding',
  name: 'Software trial onboarding',
  category: 'onboarding-hr',
  description:
    'Takes new users of a software trial through a checklist with links to the right help pages. Whoever has connected a source already goes on from there: link to your page with ?resume=invite.',
  goal: 'A trial user who has done all three steps.',
  flow: trialOnboardingFlow,
  widget: {
    botName: 'Getting started',
    enableTagline: true,
    tagline: 'Three steps, at your own pace',
    headerBgColor: '#7c2d12',
    headerTextColor: '#ffffff',
    userMsgColor: '#7c2d12',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#fff7ed',
    optionBubbleTextColor: '#7c2d12',
    chatIconCtaText: 'Shall we set it up together?',
    enableKnowledgeBase: true,
  },
  knowledge: trialOnboardingKnowledge,
});
