import { type FlowGraph, parseGraph } from '@conferbot/flow-engine';

/** What a new chatbot starts with. */
export const seedFlow: FlowGraph = parseGraph({
  nodes: [
    {
      id: 'welcome',
      type: 'welcome-node',
      position: { x: 0, y: 0 },
      data: { text: 'Hi there! How can I help you today?' },
    },
  ],
  edges: [],
});
