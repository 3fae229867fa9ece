import { flow, step } from '../../flow.ts';

export const planAndPriceEstimatorFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Hello! Tell me three things, and I will work out what our software would cost you per year.' },
    'seats',
  ),
  step(
    'seats',
    'ask-number-node',
    {
      questionText: 'How many people will use it? It takes one at least.',
      answerVariable: 'seats',
      incorrectNumberResponse: 'Please write a number, such as 12.',
    },
    'has-seats',
  ),
  step(
    'has-seats',
    'condition-node',
    { leftValue: '{{seats}}', operator: '>=', rightValue: '1', isNumber: true },
    { 0: 'is-large', 1: 'seats' },
  ),
  step(
    'is-large',
    'condition-node',
    { leftValue: '{{seats}}', operator: '>', rightValue: '200', isNumber: true },
    { 0: 'person', 1: 'plan' },
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
            'For {{seats}} people we make you an offer of your own. Which e-mail address may we send it to? We use it for the offer only; see our [privacy policy](https://example.com/privacy).',
          answerVariable: 'email',
        },
      ],
      handoverMessage: 'Thank you. I am getting a colleague from sales.',
      fallbackMessage: 'Everybody is in a call. We write to {{email}} within a working day.',
      maxWaitTime: 5,
      priority: 'high',
    },
    'bye',
  ),
  step(
    'plan',
    'n-choices-node',
    {
      choicePrompt:
        'Which plan fits best? Team is for working together, Plus adds reports, Control adds single sign-on.',
      answerVariable: 'plan',
      choices: [
        { id: 'team', choiceText: 'Team' },
        { id: 'plus', choiceText: 'Plus' },
        { id: 'control', choiceText: 'Control' },
      ],
    },
    { team: 'team-price', plus: 'plus-price', control: 'control-price' },
  ),
  step('team-price', 'variable-node', { name: 'seat_price', value: '8', isNumber: true }, 'billing'),
  step('plus-price', 'variable-node', { name: 'seat_price', value: '14', isNumber: true }, 'billing'),
  step('control-price', 'variable-node', { name: 'seat_price', value: '22', isNumber: true }, 'billing'),
  step(
    'billing',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'Would you pay once a year? You then get twelve months for the price of ten.',
      answerVariable: 'billing',
      options: [
        { id: 'yes', label: 'Once a year' },
        { id: 'no', label: 'Every month' },
      ],
    },
    { yes: 'ten-months', no: 'twelve-months' },
  ),
  step('ten-months', 'variable-node', { name: 'paid_months', value: '10', isNumber: true }, 'per-month'),
  step('twelve-months', 'variable-node', { name: 'paid_months', value: '12', isNumber: true }, 'per-month'),
  step(
    'per-month',
    'math-operation-node',
    { leftValue: '{{seats}}', operator: '*', rightValue: '{{seat_price}}', resultVariable: 'month_price' },
    'per-year',
  ),
  step(
    'per-year',
    'math-operation-node',
    { leftValue: '{{month_price}}', operator: '*', rightValue: '{{paid_months}}', resultVariable: 'year_price' },
    'is-volume',
  ),
  step(
    'is-volume',
    'condition-node',
    { leftValue: '{{seats}}', operator: '>=', rightValue: '50', isNumber: true },
    { 0: 'volume', 1: 'lowest' },
  ),
  step(
    'volume',
    'math-operation-node',
    { leftValue: '{{year_price}}', operator: '*', rightValue: '0.9', resultVariable: 'year_price' },
    'lowest',
  ),
  step(
    'lowest',
    'math-operation-node',
    { leftValue: '{{year_price}}', operator: 'round', resultVariable: 'price_from' },
    'with-setup',
  ),
  step(
    'with-setup',
    'math-operation-node',
    { leftValue: '{{year_price}}', operator: '*', rightValue: '1.15', resultVariable: 'price_with_setup' },
    'highest',
  ),
  step(
    'highest',
    'math-operation-node',
    { leftValue: '{{price_with_setup}}', operator: 'round', resultVariable: 'price_to' },
    'range',
  ),
  step(
    'range',
    'message-node',
    {
      text: '**{{plan}}** for {{seats}} people comes to **{{price_from}} to {{price_to}} € in the first year**, before tax. The lower price is the plan alone, the higher one has help with the set-up in it.',
    },
    'wants-mail',
  ),
  step(
    'wants-mail',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'Shall I send you this estimate by e-mail?',
      answerVariable: 'wants_mail',
      options: [
        { id: 'yes', label: 'Yes, please' },
        { id: 'no', label: 'No, thank you' },
      ],
    },
    { yes: 'email', no: 'bye' },
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        'Where to? We use your address for this estimate only, as our [privacy policy](https://example.com/privacy) says.',
      answerVariable: 'email',
      incorrectEmailResponse: 'That is no e-mail address. One looks like ann@example.com.',
    },
    'send-estimate',
  ),
  step(
    'send-estimate',
    'email-node',
    {
      to: '{{email}}',
      bcc: 'sales@example.com',
      replyTo: 'sales@example.com',
      subject: 'Your estimate: {{plan}} for {{seats}} people',
      body: 'Hello,\n\nhere is your estimate.\n\nPlan: {{plan}}\nPeople: {{seats}}\nPaid: {{billing}}\nFirst year: {{price_from}} to {{price_to}} €, before tax\n\nIt holds for 30 days. Reply to this e-mail with any question.',
    },
    'sent',
  ),
  step('sent', 'message-node', { text: 'Done. The estimate is on its way to {{email}} and holds for 30 days.' }, 'bye'),
  step('bye', 'message-node', { text: 'Thank you for your interest! You can try every plan free for 14 days.' }),
]);
