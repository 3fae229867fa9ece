/** Tells good leads from others by size and timing, and asks good ones for their address. */
export const kitchenFlow = {
  nodes: [
    {
      id: 'welcome',
      type: 'welcome-node',
      position: { x: 0, y: 0 },
      data: { text: 'Planning a kitchen? Three short questions tell us how we can help.' },
    },
    {
      id: 'size',
      type: 'ask-number-node',
      position: { x: 0, y: 140 },
      data: { questionText: 'How large is the room, in square metres?', answerVariable: 'size' },
    },
    {
      id: 'timing',
      type: 'n-choices-node',
      position: { x: 0, y: 280 },
      data: {
        choicePrompt: 'When should it be ready?',
        answerVariable: 'timing',
        choices: [
          { id: 'soon', choiceText: 'Within half a year' },
          { id: 'later', choiceText: 'Later' },
          { id: 'looking', choiceText: 'I am only looking' },
        ],
      },
    },
    {
      id: 'large',
      type: 'condition-node',
      position: { x: -320, y: 420 },
      data: { leftValue: '{{size}}', operator: '>=', rightValue: '8', isNumber: true },
    },
    {
      id: 'email',
      type: 'ask-email-node',
      position: { x: -320, y: 560 },
      data: {
        questionText:
          'A planner can call on you. Which e-mail address may we use for that, and for nothing else? [Privacy policy](https://example.com/privacy)',
        answerVariable: 'email',
      },
    },
    {
      id: 'promised',
      type: 'message-node',
      position: { x: -320, y: 700 },
      data: { text: 'Thank you. A planner writes to {{email}} within two working days.' },
    },
    {
      id: 'catalogue',
      type: 'message-node',
      position: { x: 320, y: 560 },
      data: { text: 'Our catalogue shows 40 kitchens by size: [have a look](https://example.com/kitchens).' },
    },
  ],
  edges: [
    { id: 'welcome-size', source: 'welcome', target: 'size' },
    { id: 'size-timing', source: 'size', target: 'timing' },
    { id: 'timing-large', source: 'timing', sourceHandle: 'source-soon', target: 'large' },
    { id: 'timing-later', source: 'timing', sourceHandle: 'source-later', target: 'large' },
    { id: 'timing-looking', source: 'timing', sourceHandle: 'source-looking', target: 'catalogue' },
    { id: 'large-yes', source: 'large', sourceHandle: 'source-0', target: 'email' },
    { id: 'large-no', source: 'large', sourceHandle: 'source-1', target: 'catalogue' },
    { id: 'email-promised', source: 'email', target: 'promised' },
  ],
};
