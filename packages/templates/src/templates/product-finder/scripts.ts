import type { TemplateScript } from '../../template-script.ts';

export const productFinderScripts: readonly TemplateScript[] = [
  {
    name: 'A commuter with enough money is shown the model for the way.',
    script: { inputs: [{ choiceId: 'travel' }, { choiceId: 'any' }, { value: 180 }, { choiceId: 'yes' }] },
    ends: 'completed',
    answers: {
      main_use: 'On the way',
      fit: 'I do not mind',
      budget: 180,
      travel_score: 3,
      best_score: 3,
      verdict: 'Yes, thank you',
    },
  },
  {
    name: 'A thrifty runner starts again with other answers, asks for a person, and nobody is there.',
    script: {
      inputs: [
        { text: 'At sports' },
        { choiceId: 'in' },
        { text: 'not much' },
        { text: '50' },
        { choiceId: 'again' },
        { choiceId: 'desk' },
        { choiceId: 'over' },
        { text: '250' },
        { choiceId: 'person' },
        { text: 'no address' },
        { text: 'grace@example.com' },
        { event: 'timer' },
      ],
    },
    ends: 'completed',
    answers: { sport_score: 0, desk_score: 5, best_score: 5, budget: 250, email: 'grace@example.com' },
  },
];
