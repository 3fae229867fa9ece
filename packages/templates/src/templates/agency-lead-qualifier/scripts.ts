import type { TemplateScript } from '../../template-script.ts';

export const agencyLeadQualifierScripts: readonly TemplateScript[] = [
  {
    name: 'A shop owner with a large budget and little time gets a person at once.',
    script: {
      inputs: [
        { choiceId: 'shop' },
        { choiceId: 'large' },
        { choiceId: 'soon' },
        { text: 'Ada Lovelace' },
        { text: 'ada@example.com' },
        { event: 'agent_joined' },
        { event: 'handback' },
      ],
    },
    ends: 'completed',
    answers: {
      need: 'An online shop',
      budget: 'More than 20,000',
      score: 9,
      lead_group: 'hot',
      email: 'ada@example.com',
    },
  },
  {
    name: 'Somebody with a vague idea answers beside the buttons, mistypes the address, and gets the guide.',
    script: {
      inputs: [
        { text: 'Hm, hard to say' },
        { text: 'Something else' },
        { text: 'We want to be found by hikers.' },
        { text: 'I cannot say yet' },
        { text: 'There is no hurry' },
        { text: 'Grace' },
        { text: 'grace at example' },
        { text: 'grace@example.org' },
      ],
    },
    ends: 'completed',
    answers: {
      need: 'Something else',
      project: 'We want to be found by hikers.',
      score: 1,
      lead_group: 'warm',
      email: 'grace@example.org',
    },
  },
];
