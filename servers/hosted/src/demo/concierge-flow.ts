/** Greets, asks what it is about, and takes a question down for the service team. */
export const conciergeFlow = {
  nodes: [
    {
      id: 'welcome',
      type: 'welcome-node',
      position: { x: 0, y: 0 },
      data: { text: 'Hello, this is **Harbour & Pine**. We make furniture from solid wood.' },
    },
    {
      id: 'name',
      type: 'ask-name-node',
      position: { x: 0, y: 140 },
      data: { questionText: 'What may I call you?', answerVariable: 'name' },
    },
    {
      id: 'topic',
      type: 'n-choices-node',
      position: { x: 0, y: 280 },
      data: {
        choicePrompt: 'What can I do for you, {{name}}?',
        answerVariable: 'topic',
        choices: [
          { id: 'delivery', choiceText: 'Delivery' },
          { id: 'returns', choiceText: 'Returns' },
          { id: 'other', choiceText: 'Something else' },
        ],
      },
    },
    {
      id: 'delivery',
      type: 'message-node',
      position: { x: -320, y: 420 },
      data: { text: 'We build to order and deliver within six weeks. Two people carry it to the room of your choice.' },
    },
    {
      id: 'returns',
      type: 'message-node',
      position: { x: 0, y: 420 },
      data: { text: 'Send anything back within 30 days, unused. We collect it and refund you within a week.' },
    },
    {
      id: 'question',
      type: 'ask-custom-question-node',
      position: { x: 320, y: 420 },
      data: { questionText: 'What would you like to know?', answerVariable: 'question' },
    },
    {
      id: 'email',
      type: 'ask-email-node',
      position: { x: 320, y: 560 },
      data: {
        questionText:
          'Where shall we write to? We use your address for this answer only; see our [privacy policy](https://example.com/privacy).',
        answerVariable: 'email',
        incorrectEmailResponse: 'That is no e-mail address. One looks like ann@example.com.',
      },
    },
    {
      id: 'noted',
      type: 'message-node',
      position: { x: 320, y: 700 },
      data: { text: 'Thank you, {{name}}. The service team answers to {{email}} within a working day.' },
    },
  ],
  edges: [
    { id: 'welcome-name', source: 'welcome', target: 'name' },
    { id: 'name-topic', source: 'name', target: 'topic' },
    { id: 'topic-delivery', source: 'topic', sourceHandle: 'source-delivery', target: 'delivery' },
    { id: 'topic-returns', source: 'topic', sourceHandle: 'source-returns', target: 'returns' },
    { id: 'topic-question', source: 'topic', sourceHandle: 'source-other', target: 'question' },
    { id: 'question-email', source: 'question', target: 'email' },
    { id: 'email-noted', source: 'email', target: 'noted' },
  ],
};
