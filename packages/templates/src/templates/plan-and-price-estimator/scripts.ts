import type { TemplateScript } from '../../template-script.ts';

export const planAndPriceEstimatorScripts: readonly TemplateScript[] = [
  {
    name: 'Sixty people on Plus, paid once a year, get the volume price by e-mail.',
    script: {
      inputs: [
        { value: 60 },
        { choiceId: 'plus' },
        { choiceId: 'yes' },
        { choiceId: 'yes' },
        { text: 'ada@example.com' },
      ],
    },
    ends: 'completed',
    answers: {
      seats: 60,
      plan: 'Plus',
      month_price: 840,
      price_from: 7560,
      price_to: 8694,
      email: 'ada@example.com',
    },
  },
  {
    name: 'A visitor says nobody, then far too many people, and gives an address to sales while all are busy.',
    script: {
      inputs: [
        { text: 'nobody' },
        { text: '0' },
        { text: '1,200' },
        { text: 'later' },
        { text: 'grace@example.com' },
        { event: 'timer' },
      ],
      trigger: { session: { locale: 'en-GB' } },
    },
    ends: 'completed',
    answers: { seats: 1200, email: 'grace@example.com' },
  },
];
