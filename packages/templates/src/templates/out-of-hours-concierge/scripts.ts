import type { TemplateScript } from '../../template-script.ts';

export const outOfHoursConciergeScripts: readonly TemplateScript[] = [
  {
    name: 'At night a customer reads about refunds, and that is all.',
    script: {
      inputs: [{ choiceId: 'bill' }, { choiceId: 'yes' }],
      clock: '2026-03-03T22:15:00.000Z',
    },
    ends: 'completed',
    answers: { topic: 'A bill', settled: 'Yes, thank you' },
  },
  {
    name: 'On a Saturday the article does not help, the number is wrong at first, and a call on Monday is promised.',
    script: {
      inputs: [
        { text: 'Where is my parcel?' },
        { choiceId: 'delivery' },
        { text: 'no' },
        { text: 'It has not moved for a week.' },
        { text: 'Grace' },
        { text: 'call me' },
        { text: '+44 20 7946 0018' },
      ],
      clock: '2026-03-07T08:00:00.000Z',
    },
    ends: 'completed',
    answers: {
      topic: 'A delivery',
      settled: 'No, please call me back',
      question: 'It has not moved for a week.',
      phone: '+442079460018',
      promise: 'Monday, 11:00',
    },
  },
];
