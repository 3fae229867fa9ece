import { template } from '../../template.ts';
import { npsSurveyFlow } from './flow.ts';
import { npsSurveyKnowledge } from './knowledge.ts';

export const npsSurvey = template({
  slug: 'nps-survey',
  name: 'NPS survey with follow-up',
  category: 'surveys',
  description:
    'Asks customers how likely they are to recommend you, follows up in three ways by the score, and asks whether you may get in touch.',
  goal: 'A score from 0 to 10 with the reason for it.',
  flow: npsSurveyFlow,
  widget: {
    botName: 'Your opinion',
    enableTagline: true,
    tagline: 'Two questions, one minute',
    headerBgColor: '#4c1d95',
    headerTextColor: '#ffffff',
    userMsgColor: '#4c1d95',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#f5f3ff',
    optionBubbleTextColor: '#4c1d95',
    chatIconCtaText: 'Would you recommend us?',
  },
  knowledge: npsSurveyKnowledge,
});
