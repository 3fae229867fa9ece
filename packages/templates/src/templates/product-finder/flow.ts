import { flow, step } from '../../flow.ts';

const add = (score: string, points: number) => ({
  leftValue: `{{${score}}}`,
  operator: '+',
  rightValue: String(points),
  resultVariable: score,
});

const isBest = (score: string) => ({
  leftValue: `{{${score}}}`,
  operator: '=',
  rightValue: '{{best_score}}',
  isNumber: true,
});

export const productFinderFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Hello! Three quick questions, and I will show you the headphones that suit you best.' },
    'clear-travel',
  ),
  step('clear-travel', 'variable-node', { name: 'travel_score', value: '0', isNumber: true }, 'clear-sport'),
  step('clear-sport', 'variable-node', { name: 'sport_score', value: '0', isNumber: true }, 'clear-desk'),
  step('clear-desk', 'variable-node', { name: 'desk_score', value: '0', isNumber: true }, 'use'),
  step(
    'use',
    'image-choice-node',
    {
      choicePrompt: 'Where will you wear them most?',
      answerVariable: 'main_use',
      images: [
        { id: 'travel', image: 'https://example.com/images/train.jpg', label: 'On the way' },
        { id: 'sport', image: 'https://example.com/images/running.jpg', label: 'At sports' },
        { id: 'desk', image: 'https://example.com/images/desk.jpg', label: 'At my desk' },
      ],
    },
    { travel: 'use-travel', sport: 'use-sport', desk: 'use-desk' },
  ),
  step('use-travel', 'math-operation-node', add('travel_score', 3), 'fit'),
  step('use-sport', 'math-operation-node', add('sport_score', 3), 'fit'),
  step('use-desk', 'math-operation-node', add('desk_score', 3), 'fit'),
  step(
    'fit',
    'n-choices-node',
    {
      choicePrompt: 'How should they sit?',
      answerVariable: 'fit',
      choices: [
        { id: 'in', choiceText: 'In the ear' },
        { id: 'over', choiceText: 'Around the ear' },
        { id: 'any', choiceText: 'I do not mind' },
      ],
    },
    { in: 'fit-in', over: 'fit-over', any: 'budget' },
  ),
  step('fit-in', 'math-operation-node', add('sport_score', 2), 'budget'),
  step('fit-over', 'math-operation-node', add('desk_score', 2), 'budget'),
  step(
    'budget',
    'ask-number-node',
    {
      questionText: 'What would you like to spend at most, in euros?',
      answerVariable: 'budget',
      incorrectNumberResponse: 'Just a number, please, such as 120.',
    },
    'is-tight',
  ),
  step(
    'is-tight',
    'condition-node',
    { leftValue: '{{budget}}', operator: '<', rightValue: '89', isNumber: true },
    { 0: 'tight', 1: 'best-of-two' },
  ),
  step(
    'tight',
    'message-node',
    {
      text: 'Our new models start at 89 €. With {{budget}} € you may find a checked second-hand pair in our [outlet](https://example.com/outlet). This is the new model that fits your answers:',
    },
    'best-of-two',
  ),
  step(
    'best-of-two',
    'math-operation-node',
    { leftValue: '{{travel_score}}', operator: 'max', rightValue: '{{sport_score}}', resultVariable: 'best_score' },
    'best-of-all',
  ),
  step(
    'best-of-all',
    'math-operation-node',
    { leftValue: '{{best_score}}', operator: 'max', rightValue: '{{desk_score}}', resultVariable: 'best_score' },
    'is-travel',
  ),
  step('is-travel', 'condition-node', isBest('travel_score'), { 0: 'travel-card', 1: 'is-sport' }),
  step('is-sport', 'condition-node', isBest('sport_score'), { 0: 'sport-card', 1: 'desk-card' }),
  step(
    'travel-card',
    'message-node',
    {
      text: '**Tern**, 149 €\n\nNoise cancelling, folds flat, 30 hours on one charge. Made for trains and planes. [See the Tern](https://example.com/tern)',
    },
    'verdict',
  ),
  step(
    'sport-card',
    'message-node',
    {
      text: '**Swift**, 89 €\n\nStays in place, shrugs off sweat and rain, 9 hours plus the case. [See the Swift](https://example.com/swift)',
    },
    'verdict',
  ),
  step(
    'desk-card',
    'message-node',
    {
      text: '**Heron**, 199 €\n\nSoft cushions, a clear microphone, and two devices at once. Made for long days. [See the Heron](https://example.com/heron)',
    },
    'verdict',
  ),
  step(
    'verdict',
    'n-choices-node',
    {
      choicePrompt: 'You said up to {{budget}} €. Is this what you were looking for?',
      answerVariable: 'verdict',
      choices: [
        { id: 'yes', choiceText: 'Yes, thank you' },
        { id: 'again', choiceText: 'Start again' },
        { id: 'person', choiceText: 'Ask a person' },
      ],
    },
    { yes: 'thanks', again: 'clear-travel', person: 'person' },
  ),
  step(
    'person',
    'human-handover-node',
    {
      enablePreChatQuestions: true,
      preChatQuestions: [
        {
          id: 'email',
          questionText:
            'Which e-mail address may we answer to if we get cut off? We use it for this answer only; see our [privacy policy](https://example.com/privacy).',
          answerVariable: 'email',
        },
      ],
      handoverMessage: 'One moment, I am getting somebody who has tried them all.',
      fallbackMessage: 'Nobody is free right now. We write to {{email}} within a working day.',
      maxWaitTime: 5,
    },
    'thanks',
  ),
  step('thanks', 'message-node', {
    text: 'Good to have you here. You can send any pair back for free within 30 days.',
  }),
]);
