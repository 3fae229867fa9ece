import type { KnowledgeBase } from './knowledge-base.ts';

/** Writes an article, finds it and asks about it, and tells `say` what came of it. */
export async function session({ client, ask }: KnowledgeBase, say: (line: string) => void): Promise<void> {
  const call: Call = async (name, args) => {
    const { structuredContent, content, isError } = await client.callTool({ name, arguments: args });
    if (isError === true) throw new Error(`${name} failed: ${JSON.stringify(content)}`);
    return structuredContent as Record<string, unknown>;
  };
  const { tools } = await client.listTools();
  say(`${tools.length} tools, knowledge and chatbots only`);

  const { id } = await call('create_chatbot', { name: 'Support' });
  const chatbotId = String(id);
  const { id: categoryId } = await call('create_knowledge_category', { chatbotId, name: 'Orders' });
  await call('create_knowledge_article', {
    chatbotId,
    categoryId,
    title: 'How long can I return an order?',
    description: 'Returns within 30 days.',
    content: 'You can return an order within 30 days of its delivery. We pay for the parcel.',
    reviewStatus: 'published',
  });

  const { data } = await call('list_knowledge_base', { chatbotId, search: 'parcel' });
  for (const { title } of data as { title: string }[]) say(`found: ${title}`);
  for (const question of ['how many days do I have to return an order', 'do you sell gift cards']) {
    const { outcome, text } = await ask(chatbotId, question);
    say(`${question}? ${outcome}: ${text.split('\n')[0]}`);
  }
}

type Call = (name: string, args: Record<string, unknown>) => Promise<Record<string, unknown>>;
