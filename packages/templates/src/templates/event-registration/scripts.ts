import type { TemplateScript } from '../../template-script.ts';

export const eventRegistrationScripts: readonly TemplateScript[] = [
  {
    name: 'A student looks at the programme, registers, and has a place.',
    script: {
      inputs: [
        { choiceId: 'programme' },
        { choiceId: 'register' },
        { choiceId: 'student' },
        { choiceIds: ['vegan', 'nuts'] },
        { text: 'Ada' },
        { text: 'ada@example.com' },
      ],
      mocks: { places: { ok: true, value: { left: 14 } } },
    },
    ends: 'completed',
    answers: {
      topic: 'Register',
      booking_status: 'confirmed',
      ticket: 'Student, 12 €',
      dietary: 'Vegan, Without nuts',
      email: 'ada@example.com',
    },
  },
  {
    name: 'A visitor asks for the organisers, who are away, finds the event full, and joins the waiting list for the talks.',
    script: {
      inputs: [
        { text: 'Is there a cloakroom?' },
        { choiceId: 'person' },
        { event: 'timer' },
        { text: 'register' },
        { choiceId: 'yes' },
        { text: 'the cheapest' },
        { text: '3' },
        { text: 'Grace' },
        { text: 'grace' },
        { text: 'grace@example.com' },
      ],
      mocks: { places: { ok: true, value: { left: 0 } } },
    },
    ends: 'completed',
    answers: {
      waiting_list: 'Yes, please',
      booking_status: 'on the waiting list',
      ticket: 'Talks only, 10 €',
      email: 'grace@example.com',
    },
  },
];
