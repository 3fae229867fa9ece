import { flow, step } from '../../flow.ts';

const add = (points: number) => ({
  leftValue: '{{score}}',
  operator: '+',
  rightValue: String(points),
  resultVariable: 'score',
});

/** Up to 9 points: 3 for the need, 4 for the budget, 2 for the deadline. */
export const agencyLeadQualifierFlow = flow([
  step(
    'welcome',
    'welcome-node',
    { text: 'Hello, and welcome! Five short questions, and we know whether and how we can help you.' },
    'need',
  ),
  step(
    'need',
    'n-choices-node',
    {
      choicePrompt: 'What are you looking for?',
      answerVariable: 'need',
      choices: [
        { id: 'website', choiceText: 'A new website' },
        { id: 'shop', choiceText: 'An online shop' },
        { id: 'marketing', choiceText: 'Marketing, month by month' },
        { id: 'other', choiceText: 'Something else' },
      ],
    },
    { website: 'clear-need', shop: 'clear-need', marketing: 'clear-need', other: 'describe' },
  ),
  step('clear-need', 'variable-node', { name: 'score', value: '3', isNumber: true }, 'budget'),
  step(
    'describe',
    'ask-custom-question-node',
    { questionText: 'Sure. What do you have in mind? A sentence or two will do.', answerVariable: 'project' },
    'open-need',
  ),
  step('open-need', 'variable-node', { name: 'score', value: '1', isNumber: true }, 'budget'),
  step(
    'budget',
    'n-choices-node',
    {
      choicePrompt: 'Roughly how much do you want to spend? It helps us to suggest what fits.',
      answerVariable: 'budget',
      choices: [
        { id: 'small', choiceText: 'Up to 5,000' },
        { id: 'middle', choiceText: '5,000 to 20,000' },
        { id: 'large', choiceText: 'More than 20,000' },
        { id: 'unsure', choiceText: 'I cannot say yet' },
      ],
    },
    { small: 'deadline', middle: 'middle-budget', large: 'large-budget', unsure: 'deadline' },
  ),
  step('middle-budget', 'math-operation-node', add(3), 'deadline'),
  step('large-budget', 'math-operation-node', add(4), 'deadline'),
  step(
    'deadline',
    'n-choices-node',
    {
      choicePrompt: 'And when should it be ready?',
      answerVariable: 'deadline',
      choices: [
        { id: 'soon', choiceText: 'Within three months' },
        { id: 'year', choiceText: 'Within this year' },
        { id: 'open', choiceText: 'There is no hurry' },
      ],
    },
    { soon: 'near-deadline', year: 'name', open: 'name' },
  ),
  step('near-deadline', 'math-operation-node', add(2), 'name'),
  step(
    'name',
    'ask-name-node',
    {
      questionText: 'Thank you. What is your name?',
      answerVariable: 'name',
      nameGreetResponse: 'Nice to meet you, {name}!',
    },
    'email',
  ),
  step(
    'email',
    'ask-email-node',
    {
      questionText:
        'Which e-mail address may we answer to? We use it for this enquiry only, and delete it when you ask us to: [privacy policy](https://example.com/privacy).',
      answerVariable: 'email',
      incorrectEmailResponse: 'That does not look like an e-mail address. One looks like ann@example.com.',
    },
    'is-hot',
  ),
  step(
    'is-hot',
    'condition-node',
    { leftValue: '{{score}}', operator: '>=', rightValue: '6', isNumber: true },
    { 0: 'hot', 1: 'warm' },
  ),
  step('hot', 'variable-node', { name: 'lead_group', value: 'hot' }, 'tell-sales'),
  step(
    'tell-sales',
    'email-node',
    {
      to: 'sales@example.com',
      replyTo: '{{email}}',
      subject: 'A {{lead_group}} lead: {{name}}, {{need}}',
      body: 'Name: {{name}}\nE-mail: {{email}}\nNeed: {{need}}\nIn own words: {{project | default:"-"}}\nBudget: {{budget}}\nDeadline: {{deadline}}\nPoints: {{score}} of 9',
    },
    'person',
  ),
  step(
    'person',
    'human-handover-node',
    {
      handoverMessage:
        'That is just what we do, {{name}}. One moment, I am getting somebody who can talk about it now.',
      fallbackMessage: 'Everybody is talking to a client right now.',
      maxWaitTime: 3,
      priority: 'high',
    },
    'call-you',
  ),
  step('call-you', 'message-node', {
    text: 'We write to {{email}} within one working day, with a date for a first talk.',
  }),
  step('warm', 'variable-node', { name: 'lead_group', value: 'warm' }, 'guide'),
  step(
    'guide',
    'navigate-node',
    {
      url: 'https://example.com/planning-guide',
      navigatePrompt: 'Our planning guide: what a project costs, how long it takes, what to prepare',
    },
    'note-lead',
  ),
  step(
    'note-lead',
    'email-node',
    {
      to: 'hello@example.com',
      replyTo: '{{email}}',
      subject: 'A {{lead_group}} lead: {{name}}, {{need}}',
      body: '{{name}} ({{email}}) got the planning guide.\nNeed: {{need}}\nBudget: {{budget}}\nDeadline: {{deadline}}\nPoints: {{score}} of 9',
    },
    'good-luck',
  ),
  step('good-luck', 'message-node', {
    text: 'Have a look at the guide, {{name}}. When your plans are firmer, come back or answer our e-mail; we are glad to help.',
  }),
]);
