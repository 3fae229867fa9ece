import type { TemplateKnowledge } from '../../knowledge.ts';

export const appointmentBookingKnowledge: TemplateKnowledge = {
  categories: [
    { name: 'Appointments', description: 'Booking, moving, cancelling.', icon: '📅', color: '#0e7490' },
    { name: 'Your visit', description: 'Getting here, what to bring.', icon: '🚪', color: '#4d7c0f' },
  ],
  articles: [
    {
      title: 'Move or cancel an appointment',
      description: 'With the links in your confirmation, up to 24 hours before.',
      content: `Every confirmation has two links, **Move** and **Cancel**. Both work until 24 hours before the appointment, at any time of day, and neither asks for a reason.

Is it less than 24 hours away? Please call the desk. We can often give your time to somebody on the waiting list, and then there is no fee. If nobody can take it, we charge half the price of the appointment; for illness we charge nothing.

You cannot find the confirmation? Look into the folder for unwanted mail and search for the reference that begins with T. We can send it again when you tell us the name and day of the appointment. When we have to move one ourselves, we call you and never just write.`,
      category: 'Appointments',
      seoKeywords: ['move appointment', 'cancel appointment', 'fee'],
      metaDescription:
        'Move or cancel an appointment with the links in your confirmation, up to 24 hours before it starts.',
    },
    {
      title: 'Which appointment is the right one',
      description: 'First consultation, follow-up or video call: what each is for.',
      content: `**First consultation, 45 minutes.** You are new, or it is more than a year since your last visit. We take time to get to know you and what you want to reach. You leave with a plan in writing.

**Follow-up, 20 minutes.** You were here within the last year and want to go on with the same matter. Bring the plan from the first consultation.

**Video call, 20 minutes.** For questions that need no visit, such as results or a change of plan. You need a quiet place, a camera, and a browser that is not too old; there is nothing to install.

Not sure? Take the first consultation. If it turns out that a shorter one would have been enough, you pay for the shorter one.`,
      category: 'Appointments',
      seoKeywords: ['first consultation', 'follow-up', 'video call'],
      metaDescription:
        'What the first consultation, the follow-up and the video call are for, and how to choose between them.',
    },
    {
      title: 'How to find us, and what to bring',
      description: 'The way by train, car and wheelchair; documents and time.',
      content: `**By train.** Two minutes from the station; take the exit to the market and turn left. Our door is beside the bakery.

**By car.** The garage at the market is a five-minute walk. There are two places for short stops in front of the house.

**Without steps.** The side entrance has a ramp and leads to the lift. Ring the lower bell, somebody comes to the door. Assistance dogs are welcome.

**Please bring** your confirmation on paper or on the phone, and whatever documents you got from others about the same matter. Come five minutes early the first time; there is one page to fill in.

You may bring somebody along. If you need an interpreter or a quieter room, tell us when you book, and we arrange it.`,
      category: 'Your visit',
      seoKeywords: ['directions', 'accessibility', 'what to bring'],
      metaDescription:
        'How to reach us by train, by car and without steps, and what to bring to your first appointment.',
    },
  ],
  ai: { enabled: true, mode: 'ai_first' },
};
