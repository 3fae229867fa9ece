import { template } from '../../template.ts';
import { propertyEnquiryFlow } from './flow.ts';
import { propertyEnquiryKnowledge } from './knowledge.ts';

export const propertyEnquiry = template({
  slug: 'property-enquiry',
  name: 'Property enquiry',
  category: 'real-estate',
  description:
    'Asks buyers and tenants what they look for, searches your list, and arranges a viewing. Where nothing fits or the list does not answer, it saves the search.',
  goal: 'A wish for a viewing with a phone number, or a saved search with an e-mail address.',
  flow: propertyEnquiryFlow,
  widget: {
    botName: 'Home finder',
    enableTagline: true,
    tagline: 'Buy, rent, have a look',
    headerBgColor: '#9a3412',
    headerTextColor: '#ffffff',
    userMsgColor: '#9a3412',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#fff7ed',
    optionBubbleTextColor: '#9a3412',
    chatIconCtaText: 'Looking for a home?',
  },
  knowledge: propertyEnquiryKnowledge,
});
