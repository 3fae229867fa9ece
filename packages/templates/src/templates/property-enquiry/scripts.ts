import type { TemplateScript } from '../../template-script.ts';

export const propertyEnquiryScripts: readonly TemplateScript[] = [
  {
    name: 'A tenant finds a flat at once and asks for a viewing.',
    script: {
      inputs: [
        { choiceId: 'rent' },
        { value: 1200 },
        { text: 'Potsdam' },
        { choiceId: '2' },
        { choiceId: 'view' },
        { text: '2026-03-07 10:30' },
        { text: 'Ada' },
        { text: '+49 30 901820' },
      ],
      clock: '2026-03-02T09:00:00.000Z',
      mocks: {
        search: { ok: true, value: { count: 3, best: { id: 'h-7', title: 'Two rooms by the lake', price: 1150 } } },
      },
    },
    ends: 'completed',
    answers: {
      deal: 'Rent',
      budget: 1200,
      area: 'Potsdam',
      rooms: 'Two',
      viewing: '2026-03-07 10:30',
      phone: '+4930901820',
    },
  },
  {
    name: 'A buyer finds nothing, looks again for more money, and then the list does not answer at all.',
    script: {
      inputs: [
        { text: 'buy' },
        { text: 'as little as possible' },
        { text: '200000' },
        { text: 'Old town' },
        { text: 'Four or more' },
        { choiceId: 'yes' },
        { text: 'grace@example' },
        { text: 'grace@example.com' },
      ],
      mocks: {
        search: [
          { ok: true, value: { count: 0 } },
          { ok: false, error: { kind: 'timeout' } },
        ],
      },
    },
    ends: 'completed',
    answers: { deal: 'Buy', budget: 230000, look_wider: 'Yes, look again', email: 'grace@example.com' },
  },
];
