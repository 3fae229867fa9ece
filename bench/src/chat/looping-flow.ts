/** A flow that asks the same again and again: each turn says one thing, asks one, and passes two nodes. */
export const loopingFlow = {
  nodes: [
    { id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' } },
    { id: 'wish', type: 'ask-custom-question-node', data: { questionText: 'What else?', answerVariable: 'wish' } },
    { id: 'noted', type: 'message-node', data: { text: 'Noted: {{wish}}' } },
  ],
  edges: [
    { source: 'welcome', target: 'wish' },
    { source: 'wish', target: 'noted' },
    { source: 'noted', target: 'wish' },
  ],
};
