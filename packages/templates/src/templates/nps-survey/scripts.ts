import type { TemplateScript } from '../../template-script.ts';

export const npsSurveyScripts: readonly TemplateScript[] = [
  {
    name: 'A fan gives a 10 and leaves an address.',
    script: {
      inputs: [{ value: 10 }, { text: 'The quick answers.' }, { choiceId: 'yes' }, { text: 'ada@example.com' }],
    },
    ends: 'completed',
    answers: {
      nps_score: 10,
      nps_group: 'promoter',
      nps_reason: 'The quick answers.',
      contact_consent: 'Yes, you may',
      email: 'ada@example.com',
    },
  },
  {
    name: 'An unhappy customer first writes off the scale, then gives a 3 and wants no contact.',
    script: {
      inputs: [
        { text: 'minus one' },
        { text: '3' },
        { text: 'Nobody answered for a week.' },
        { text: 'No, thank you' },
      ],
    },
    ends: 'completed',
    answers: {
      nps_score: 3,
      nps_group: 'detractor',
      nps_reason: 'Nobody answered for a week.',
      contact_consent: 'No, thank you',
    },
  },
];
