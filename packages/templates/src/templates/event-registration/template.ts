import { template } from '../../template.ts';
import { eventRegistrationFlow } from './flow.ts';
import { eventRegistrationKnowledge } from './knowledge.ts';

export const eventRegistration = template({
  slug: 'event-registration',
  name: 'Event registration and questions',
  category: 'events',
  description:
    'Answers questions about an event and registers guests: ticket, food, name and e-mail address. When the event is full, it offers the waiting list.',
  goal: 'A registration or a place on the waiting list, confirmed by e-mail.',
  flow: eventRegistrationFlow,
  widget: {
    botName: 'Open Workshop Day',
    enableTagline: true,
    tagline: '12 June, Old Tram Depot',
    headerBgColor: '#9d174d',
    headerTextColor: '#ffffff',
    userMsgColor: '#9d174d',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#fdf2f8',
    optionBubbleTextColor: '#9d174d',
    chatIconCtaText: 'Are you coming?',
    enableKnowledgeBase: true,
  },
  knowledge: eventRegistrationKnowledge,
});
