/** Takes a warranty claim with a photo, and calls a person for what cannot be settled at once. */
export const warrantyFlow = {
  nodes: [
    {
      id: 'welcome',
      type: 'welcome-node',
      position: { x: 0, y: 0 },
      data: { text: 'Sorry that something is wrong with your furniture. Let us put it right.' },
    },
    {
      id: 'name',
      type: 'ask-name-node',
      position: { x: 0, y: 140 },
      data: { questionText: 'What is your name?', answerVariable: 'name' },
    },
    {
      id: 'email',
      type: 'ask-email-node',
      position: { x: 0, y: 280 },
      data: {
        questionText:
          'Thank you, {{name}}. Which e-mail address is your order under? We use it for this claim only; see our [privacy policy](https://example.com/privacy).',
        answerVariable: 'email',
        incorrectEmailResponse: 'That is no e-mail address. One looks like ann@example.com.',
      },
    },
    {
      id: 'product',
      type: 'n-choices-node',
      position: { x: 0, y: 420 },
      data: {
        choicePrompt: 'What is it about?',
        answerVariable: 'product',
        choices: [
          { id: 'table', choiceText: 'A table' },
          { id: 'chair', choiceText: 'A chair' },
          { id: 'cupboard', choiceText: 'A cupboard' },
        ],
      },
    },
    {
      id: 'photo',
      type: 'ask-file-node',
      position: { x: 0, y: 560 },
      data: {
        questionText: 'A photo of the damage helps us most.',
        answerVariable: 'photo',
        acceptImages: true,
        maxSize: 5,
      },
    },
    {
      id: 'solution',
      type: 'n-choices-node',
      position: { x: 0, y: 700 },
      data: {
        choicePrompt: 'What would you like us to do?',
        answerVariable: 'solution',
        choices: [
          { id: 'repair', choiceText: 'Repair it' },
          { id: 'replace', choiceText: 'Replace it' },
          { id: 'person', choiceText: 'Talk to a person' },
        ],
      },
    },
    {
      id: 'noted',
      type: 'message-node',
      position: { x: -320, y: 840 },
      data: { text: 'Noted. We write to {{email}} within a working day with a date.' },
    },
    {
      id: 'person',
      type: 'human-handover-node',
      position: { x: 320, y: 840 },
      data: {
        handoverMessage: 'One moment, I am getting somebody from the workshop.',
        fallbackMessage: 'Nobody is at the desk right now. The workshop writes to {{email}} within a working day.',
        maxWaitTime: 10,
        priority: 'high',
      },
    },
    {
      id: 'bye',
      type: 'message-node',
      position: { x: 320, y: 980 },
      data: { text: 'Thank you for your patience, {{name}}.' },
    },
  ],
  edges: [
    { id: 'welcome-name', source: 'welcome', target: 'name' },
    { id: 'name-email', source: 'name', target: 'email' },
    { id: 'email-product', source: 'email', target: 'product' },
    { id: 'product-table', source: 'product', sourceHandle: 'source-table', target: 'photo' },
    { id: 'product-chair', source: 'product', sourceHandle: 'source-chair', target: 'photo' },
    { id: 'product-cupboard', source: 'product', sourceHandle: 'source-cupboard', target: 'photo' },
    { id: 'photo-solution', source: 'photo', target: 'solution' },
    { id: 'solution-repair', source: 'solution', sourceHandle: 'source-repair', target: 'noted' },
    { id: 'solution-replace', source: 'solution', sourceHandle: 'source-replace', target: 'noted' },
    { id: 'solution-person', source: 'solution', sourceHandle: 'source-person', target: 'person' },
    { id: 'person-bye', source: 'person', target: 'bye' },
  ],
};
