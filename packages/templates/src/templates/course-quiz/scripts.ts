import type { TemplateScript } from '../../template-script.ts';

export const courseQuizScripts: readonly TemplateScript[] = [
  {
    name: 'A learner answers all three questions right and gets the certificate.',
    script: {
      inputs: [
        { text: 'Ada Lovelace' },
        { choiceId: 'words' },
        { choiceId: 'bank' },
        { choiceId: 'soon' },
        { text: 'ada@example.com' },
      ],
    },
    ends: 'completed',
    answers: { name: 'Ada Lovelace', score: 3, attempts: 1, email: 'ada@example.com' },
  },
  {
    name: 'A learner fails with one right answer, writes beside the choices, and passes at the second attempt with two.',
    script: {
      inputs: [
        { text: 'Grace' },
        { choiceId: 'pet' },
        { text: 'I would ask my son' },
        { choiceId: 'click' },
        { choiceId: 'soon' },
        { choiceId: 'yes' },
        { text: '2' },
        { choiceId: 'bank' },
        { text: 'When something breaks' },
        { text: 'grace(at)example.com' },
        { text: 'grace@example.com' },
      ],
    },
    ends: 'completed',
    answers: {
      attempts: 2,
      score: 2,
      retry: 'Yes, once more',
      answer_password: 'walnut-ferry-candle-moss',
      answer_update: 'When something breaks',
      email: 'grace@example.com',
    },
  },
];
