/** What a visitor of the enquiry says to one question. */
export interface Said {
  readonly nodeId: string;
  readonly body: { readonly text?: string; readonly choiceId?: string };
}

const ask = (id: string, kind: string, questionText: string) => ({
  id,
  type: `ask-${kind}-node`,
  data: { questionText, answerVariable: id },
});
const say = (id: string, text: string) => ({ id, type: 'message-node', data: { text } });

/** A flow with four questions, a call of `registry` that it waits for, and a timer of five seconds. */
export function enquiryFlow(registry: string): object {
  return {
    nodes: [
      { id: 'welcome', type: 'welcome-node', data: { text: 'Welcome!' } },
      ask('name', 'name', 'Who are you?'),
      {
        id: 'register',
        type: 'webhook-node',
        data: { url: registry, method: 'POST', body: { name: '{{name}}' }, answerVariable: 'ticket' },
      },
      say('registered', 'Thank you, {{name}}. Yours is {{ticket.number}}.'),
      {
        id: 'topic',
        type: 'n-choices-node',
        data: {
          choicePrompt: 'What is it about?',
          answerVariable: 'topic',
          choices: [
            { id: 'order', choiceText: 'An order' },
            { id: 'other', choiceText: 'Something else' },
          ],
        },
      },
      say('looking', 'Let me look.'),
      { id: 'wait', type: 'delay-node', data: { delay: 5 } },
      say('found', 'Here we are, {{name}}.'),
      ask('pieces', 'number', 'How many pieces?'),
      ask('wish', 'custom-question', 'What should we do?'),
      say('bye', 'Noted, {{pieces}} pieces: {{wish}}'),
    ],
    edges: [
      ...['welcome name', 'name register', 'register registered', 'registered topic', 'topic:order looking'],
      ...['topic:other looking', 'looking wait', 'wait found', 'found pieces', 'pieces wish', 'wish bye'],
    ].map(edge => {
      const [from = '', target = ''] = edge.split(' ');
      const [source = '', sourceHandle] = from.split(':');
      return { source, target, ...(sourceHandle !== undefined && { sourceHandle }) };
    }),
  };
}

/** What the visitor of a name says, one after the other. The name stands in whatever tells visitors apart. */
export function enquiryOf(name: string): readonly Said[] {
  return [
    { nodeId: 'name', body: { text: name } },
    { nodeId: 'topic', body: { choiceId: 'order' } },
    { nodeId: 'pieces', body: { text: '12' } },
    { nodeId: 'wish', body: { text: `Call ${name} back.` } },
  ];
}

/** The answers that the response to it holds, by their keys. */
export function answersOf(name: string): Readonly<Record<string, unknown>> {
  return {
    name,
    ticket: { number: numberOf(name) },
    topic: 'An order',
    pieces: 12,
    wish: `Call ${name} back.`,
  };
}

/** What the registry answers to whoever gives a name. */
export const numberOf = (name: string) => `number-of-${name}`;
