import { template } from '../../template.ts';
import { productFinderFlow } from './flow.ts';
import { productFinderKnowledge } from './knowledge.ts';

export const productFinder = template({
  slug: 'product-finder',
  name: 'Product finder',
  category: 'e-commerce',
  description:
    'Asks shoppers for use, fit and budget, adds up points for each product, and shows the best match. A person takes over where the match is not right.',
  goal: 'A shopper who is shown a product and says that it is the right one.',
  flow: productFinderFlow,
  widget: {
    botName: 'Product finder',
    enableTagline: true,
    tagline: 'Three questions to the right pair',
    headerBgColor: '#0f766e',
    headerTextColor: '#ffffff',
    userMsgColor: '#0f766e',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#f0fdfa',
    optionBubbleTextColor: '#115e59',
    chatIconCtaText: 'Which one suits me?',
  },
  knowledge: productFinderKnowledge,
});
