interface Node {
  readonly id: string;
  readonly type: string;
  readonly data: object;
}

/** Nodes in a line, from a welcome on. */
export function line(...nodes: readonly Node[]): object {
  const all = [{ id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' } }, ...nodes];
  return {
    nodes: all.map((node, index) => ({ ...node, position: { x: 0, y: index * 140 } })),
    edges: all.slice(1).map((node, index) => ({ source: all[index]?.id, target: node.id })),
  };
}

export const askName = (questionText = 'What is your name?'): Node => ({
  id: 'name',
  type: 'ask-name-node',
  data: { questionText, answerVariable: 'name' },
});

export const askEmail: Node = {
  id: 'email',
  type: 'ask-email-node',
  data: { questionText: 'And your e-mail?', answerVariable: 'email' },
};

export const say = (id: string, text: string): Node => ({ id, type: 'message-node', data: { text } });

export const askTopic: Node = {
  id: 'topic',
  type: 'n-choices-node',
  data: {
    choicePrompt: 'What is it about?',
    answerVariable: 'topic',
    choices: [
      { id: 'sales', choiceText: 'Sales' },
      { id: 'support', choiceText: 'Support' },
    ],
  },
};

export const leadFlow = line(askName(), askEmail, say('bye', 'Thanks {{name}}, we write to {{email}}.'));
