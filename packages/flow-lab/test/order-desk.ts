import type { JsonObject } from '@conferbot/flow-engine';

/** Adds nodes one below the other. */
function node(id: string, type: string, data: JsonObject, index: number): JsonObject {
  return { id, type, position: { x: 0, y: index * 140 }, data };
}

function edge(source: string, target: string, key?: string): JsonObject {
  const id = `${source}-${key ?? 'next'}`;
  return { id, source, target, ...(key === undefined ? {} : { sourceHandle: `source-${key}` }) };
}

const types: readonly (readonly [id: string, type: string, data: JsonObject])[] = [
  ['name', 'ask-name-node', { questionText: 'What may I call you?', answerVariable: 'name' }],
  [
    'topic',
    'n-choices-node',
    {
      choicePrompt: 'What is it about, {{name}}?',
      answerVariable: 'topic',
      choices: [
        { id: 'order', choiceText: 'An order' },
        { id: 'return', choiceText: 'A return' },
        { id: 'advice', choiceText: 'Advice' },
        { id: 'other', choiceText: 'Something else' },
      ],
    },
  ],
  ['order-number', 'ask-custom-question-node', { questionText: 'Which order?', answerVariable: 'order' }],
  ['is-number', 'condition-node', { leftValue: '{{order}}', operator: 'starts with', rightValue: 'HP' }],
  ['no-number', 'message-node', { text: 'Order numbers begin with HP.' }],
  [
    'look-up',
    'webhook-node',
    {
      url: 'https://orders.example.com/status',
      method: 'GET',
      answerVariable: 'status',
      authentication: { type: 'bearer', token: 'order-desk-token-4711' },
    },
  ],
  ['status', 'message-node', { text: 'Your order {{order}} is on its way.' }],
  [
    'enough',
    'yes-or-no-choice-node',
    {
      choicePrompt: 'Is that what you wanted to know?',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' },
      ],
    },
  ],
  [
    'reason',
    'n-choices-node',
    {
      choicePrompt: 'Why do you send it back?',
      answerVariable: 'reason',
      choices: [
        { id: 'damaged', choiceText: 'It is damaged' },
        { id: 'unloved', choiceText: 'I do not like it' },
      ],
    },
  ],
  ['photo', 'ask-file-node', { questionText: 'Please send a photo.', answerVariable: 'photo', acceptImages: true }],
  ['damage', 'message-node', { text: 'We send you a new one.' }],
  ['unloved', 'message-node', { text: 'You can send it back within 30 days.' }],
  ['budget', 'ask-number-node', { questionText: 'What is your budget?', answerVariable: 'budget' }],
  ['is-large', 'condition-node', { leftValue: '{{budget}}', operator: '>=', rightValue: '1000', isNumber: true }],
  ['showroom', 'message-node', { text: 'Come to our showroom.' }],
  ['day', 'calendar-node', { questionText: 'Which day suits you?', answerVariable: 'day' }],
  ['booked', 'message-node', { text: 'See you on {{day}}.' }],
  ['outlet', 'message-node', { text: 'Have a look at our outlet.' }],
  [
    'rooms',
    'n-check-options-node',
    {
      choicePrompt: 'Which rooms?',
      answerVariable: 'rooms',
      options: [
        { id: 'kitchen', optionText: 'Kitchen' },
        { id: 'bath', optionText: 'Bath' },
      ],
    },
  ],
  ['rooms-noted', 'message-node', { text: 'Noted: {{rooms}}.' }],
  [
    'question',
    'ask-custom-question-node',
    { questionText: 'What would you like to know?', answerVariable: 'question' },
  ],
  [
    'email',
    'ask-email-node',
    {
      questionText: 'Where do we write to? We use the address for this answer only, see our privacy policy.',
      answerVariable: 'email',
    },
  ],
  [
    'channel',
    'random-flow-node',
    {
      branches: [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 1 },
      ],
    },
  ],
  ['today', 'message-node', { text: 'We answer today.' }],
  ['tomorrow', 'message-node', { text: 'We answer tomorrow.' }],
  ['pause', 'delay-node', { delay: 1 }],
  ['rating', 'rating-choice-node', { choicePrompt: 'How was this chat?', answerVariable: 'rating' }],
  ['is-good', 'condition-node', { leftValue: '{{rating}}', operator: '>=', rightValue: '4', isNumber: true }],
  ['thanks', 'message-node', { text: 'Thank you, {{name}}.' }],
];

/** Nodes of an order desk, without the welcome-node that every new flow has: with it they are 30. */
export const nodes = types.map(([id, type, data], index) => node(id, type, data, index + 1));

export const edges: readonly JsonObject[] = [
  edge('welcome', 'name'),
  edge('name', 'topic'),
  edge('topic', 'order-number', 'order'),
  edge('topic', 'reason', 'return'),
  edge('topic', 'budget', 'advice'),
  edge('topic', 'question', 'other'),
  edge('order-number', 'is-number'),
  edge('is-number', 'look-up', '0'),
  edge('is-number', 'no-number', '1'),
  edge('no-number', 'order-number'),
  edge('look-up', 'status'),
  edge('status', 'enough'),
  edge('enough', 'pause', 'yes'),
  edge('enough', 'question', 'no'),
  edge('reason', 'photo', 'damaged'),
  edge('reason', 'unloved', 'unloved'),
  edge('photo', 'damage'),
  edge('damage', 'pause'),
  edge('unloved', 'pause'),
  edge('budget', 'is-large'),
  edge('is-large', 'showroom', '0'),
  edge('is-large', 'outlet', '1'),
  edge('showroom', 'day'),
  edge('day', 'booked'),
  edge('booked', 'pause'),
  edge('outlet', 'rooms'),
  edge('rooms', 'rooms-noted'),
  edge('rooms-noted', 'pause'),
  edge('question', 'email'),
  edge('email', 'channel'),
  edge('channel', 'today', '0'),
  edge('channel', 'tomorrow', '1'),
  edge('today', 'pause'),
  edge('tomorrow', 'pause'),
  edge('pause', 'rating'),
  edge('rating', 'is-good'),
  edge('is-good', 'thanks', '0'),
  edge('is-good', 'question', '1'),
];

/** The whole desk as one batch. */
export const operations = [
  ...nodes.map(added => ({ op: 'add_node', node: added })),
  ...edges.map(added => ({ op: 'connect', edge: added })),
];
