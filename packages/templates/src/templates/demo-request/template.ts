import { template } from '../../template.ts';
import { demoRequestFlow } from './flow.ts';
import { demoRequestKnowledge } from './knowledge.ts';

export const demoRequest = template({
  slug: 'demo-request',
  name: 'Demo request with routing by company size',
  category: 'lead-generation',
  description:
    'For software companies: checks the work address, books demos for larger companies by region, and leads smaller ones to a film and a trial.',
  goal: 'A demo with a date, or a trial that was started.',
  flow: demoRequestFlow,
  widget: {
    botName: 'Demo desk',
    headerBgColor: '#1e40af',
    headerTextColor: '#ffffff',
    userMsgColor: '#1e40af',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#eff6ff',
    optionBubbleTextColor: '#1e3a8a',
    chatIconCtaText: 'See it in action: get a demo',
    enableKnowledgeBase: true,
  },
  knowledge: demoRequestKnowledge,
});
