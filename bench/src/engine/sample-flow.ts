import { advance, compile, type FlowInput, type FlowState, parseGraph, startState } from '@conferbot/flow-engine';

const message = (id: string, text: string) => ({ id, type: 'message-node', data: { text } });
const ask = (id: string, kind: string, questionText: string) => ({
  id,
  type: `ask-${kind}-node`,
  data: { questionText, answerVariable: id },
});

/** A flow of 30 nodes that asks for a lead and books a call: greetings, questions, choices, conditions, sums, a loop. */
export const sampleFlow = parseGraph({
  nodes: [
    { id: 'start', type: 'welcome-node', data: { text: '<p>Hi, welcome to <b>Example</b>!</p>' } },
    message('intro', 'A few questions first.'),
    ask('name', 'name', 'What is your name?'),
    message('greet', 'Nice to meet you, {{name}}!'),
    ask('email', 'email', 'And your e-mail address, {{name}}?'),
    {
      id: 'plan',
      type: 'n-choices-node',
      data: {
        choicePrompt: 'Which plan?',
        answerVariable: 'plan',
        choices: ['Free', 'Team', 'Company'].map(choiceText => ({ id: choiceText.toLowerCase(), choiceText })),
      },
    },
    message('free', 'The free plan is for one person.'),
    message('team', 'The team plan costs 12 a seat.'),
    message('company', 'The company plan costs 9 a seat.'),
    { id: 'twelve', type: 'variable-node', data: { name: 'price', value: '12', isNumber: true } },
    { id: 'nine', type: 'variable-node', data: { name: 'price', value: '9', isNumber: true } },
    { id: 'zero', type: 'variable-node', data: { name: 'price', value: '0', isNumber: true } },
    ask('seats', 'number', 'How many seats?'),
    {
      id: 'sum',
      type: 'math-operation-node',
      data: { leftValue: '{{seats}}', operator: '*', rightValue: '{{price}}', resultVariable: 'total' },
    },
    {
      id: 'large',
      type: 'condition-node',
      data: { leftValue: '{{total}}', operator: '>', rightValue: '500', isNumber: true },
    },
    message('discount', 'For {{total}} a month there is a discount.'),
    message('regular', 'That is {{total}} a month.'),
    {
      id: 'sure',
      type: 'yes-or-no-choice-node',
      data: { choicePrompt: 'Is {{seats}} right?', answerVariable: 'sure' },
    },
    {
      id: 'hours',
      type: 'business-hours-node',
      data: {
        timezone: 'Europe/Berlin',
        weeklyHours: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(dayName => ({
          dayName,
          available: true,
          slots: [{ start: '09:00', end: '17:00' }],
        })),
      },
    },
    message('open', 'We can call you now.'),
    message('closed', 'We call you tomorrow.'),
    ask('phone', 'phone-number', 'Which number may we call?'),
    { id: 'rating', type: 'rating-choice-node', data: { choicePrompt: 'How was this?', answerVariable: 'rating' } },
    {
      id: 'happy',
      type: 'condition-node',
      data: { leftValue: '{{rating}}', operator: '>=', rightValue: '4', isNumber: true },
    },
    message('glad', 'Glad to hear!'),
    ask('why', 'custom-question', 'What can we do better?'),
    message('noted', 'Thank you, noted: {{why}}'),
    { id: 'picture', type: 'image-node', data: { image: 'https://example.com/thanks.png', caption: 'Thanks' } },
    message('summary', '{{name}}, {{email}}: {{plan}}, {{seats}} seats, {{total}} a month.'),
    message('bye', 'Bye, {{name | upper}}!'),
  ],
  edges: [
    ...[
      'start intro',
      'intro name',
      'name greet',
      'greet email',
      'email plan',
      'free zero',
      'team twelve',
      'company nine',
    ],
    ...['zero seats', 'twelve seats', 'nine seats', 'seats sum', 'sum large', 'discount sure', 'regular sure'],
    ...['open phone', 'closed phone', 'phone rating', 'rating happy', 'glad picture', 'why noted', 'noted picture'],
    ...['picture summary', 'summary bye', 'plan:free free', 'plan:team team', 'plan:company company'],
    ...['large:true discount', 'large:false regular', 'sure:yes hours', 'sure:no seats', 'hours:open open'],
    ...['hours:closed closed', 'happy:true glad', 'happy:false why'],
  ].map(edge => {
    const [from = '', target = ''] = edge.split(' ');
    const [source = '', sourceHandle] = from.split(':');
    return { source, target, sourceHandle };
  }),
});

const sampleVersion = compile(sampleFlow);

/** A conversation through it that goes round once and mistakes itself once. */
const sampleInputs: readonly FlowInput[] = [
  { kind: 'start' },
  ...['Ada', 'ada at example.com', 'ada@example.com'].map(text => ({ kind: 'reply', text }) as const),
  { kind: 'reply', choiceId: 'team' },
  ...['40', 'no', '50', 'yes', '+49 30 901820'].map(text => ({ kind: 'reply', text }) as const),
  { kind: 'reply', value: 3 },
  { kind: 'reply', text: 'Answer faster.' },
];

const now = Date.parse('2026-03-02T09:00:00.000Z');
const ports = { now: () => now };

/** Has the conversation once. @returns the state after each turn */
export function converse(): FlowState[] {
  let state = startState();
  return sampleInputs.map(input => {
    ({ state } = advance(sampleVersion, state, input, ports));
    return state;
  });
}
