import { randomUUID } from 'node:crypto';

/** A flow that asks one question. */
export const questionFlow = {
  nodes: [
    { id: 'welcome', type: 'welcome-node', data: { text: 'Hi!' } },
    { id: 'who', type: 'ask-name-node', data: { questionText: 'Who are you?' } },
  ],
  edges: [{ source: 'welcome', target: 'who' }],
};

/** Opens a conversation as a visitor does and says one thing, or one after the other. Returns its id. */
export async function visit(server: string, chatbotId: string, said: string | readonly string[]): Promise<string> {
  const post = async (path: string, body: object, headers: object = {}): Promise<Record<string, string>> => {
    const response = await fetch(`${server}/api/v1/chat${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Record<string, string>;
  };
  const { sessionId = '', token } = await post(`/${chatbotId}/sessions`, {});
  for (const text of typeof said === 'string' ? [said] : said) {
    const message = { clientMessageId: randomUUID(), text };
    await post(`/sessions/${sessionId}/messages`, message, { authorization: `Bearer ${token}` });
  }
  return sessionId;
}
