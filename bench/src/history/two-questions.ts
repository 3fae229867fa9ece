/** A flow that asks for a name and an address: what the history of a bench went through. */
export const twoQuestions = {
  nodes: [
    { id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' } },
    { id: 'name', type: 'ask-name-node', data: { questionText: 'Who are you?', answerVariable: 'name' } },
    {
      id: 'email',
      type: 'ask-email-node',
      data: {
        questionText: 'Your e-mail? See our [privacy policy](https://example.com/privacy).',
        answerVariable: 'email',
      },
    },
    { id: 'bye', type: 'message-node', data: { text: 'Thank you, {{name}}.' } },
  ],
  edges: [
    { source: 'welcome', target: 'name' },
    { source: 'name', target: 'email' },
    { source: 'email', target: 'bye' },
  ],
};
