import { template } from '../../template.ts';
import { appointmentBookingFlow } from './flow.ts';
import { appointmentBookingKnowledge } from './knowledge.ts';

export const appointmentBooking = template({
  slug: 'appointment-booking',
  name: 'Appointment booking',
  category: 'booking',
  description:
    'For practices, studios and advisers: service, day and a free time from your calendar, with a confirmation, another go when the time does not suit, and a call back when nothing is free.',
  goal: 'A booked appointment, or a number to call back.',
  flow: appointmentBookingFlow,
  widget: {
    botName: 'Appointments',
    headerBgColor: '#155e75',
    headerTextColor: '#ffffff',
    userMsgColor: '#155e75',
    userTextColor: '#ffffff',
    optionBubbleMsgColor: '#ecfeff',
    optionBubbleTextColor: '#155e75',
    chatIconCtaText: 'Book an appointment',
    enableKnowledgeBase: true,
  },
  knowledge: appointmentBookingKnowledge,
});
