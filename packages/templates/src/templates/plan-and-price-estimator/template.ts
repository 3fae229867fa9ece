import { template } from '../../template.ts';
import { planAndPriceEstimatorFlow } from './flow.ts';
import { planAndPriceEstimatorKnowledge } from './knowledge.ts';

export const planAndPriceEstimator = template({
  slug: 'plan-and-price-estimator',
  name: 'Plan and price estimator',
  category: 'lead-generation',
  description:
    'Works out a price range from the number of people, the plan and the way of paying, and sends it by e-mail. Large customers go to sales.',
  goal: 'An estimate that was sent to an e-mail address.',
  flow: planAndPriceEstimatorFlow,
  widget: {
    botName: 'Price estimator',
    enableTagline: true,
    tagline: 'Your price in one minute',
    headerBgColor: '#1d4ed8',
    headerTextColor: '#ffffff',
    userMsgColor: '#1d4ed8',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#eff6ff',
    optionBubbleTextColor: '#1e40af',
    chatIconCtaText: 'What would it cost?',
  },
  knowledge: planAndPriceEstimatorKnowledge,
});
