import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

interface Chatbot {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

/** Connects with a key, builds a chatbot and manages it, and tells `say` what was asked (→) and answered (←). */
export async function session(url: string, key: string, say: (line: string) => void): Promise<void> {
  const client = new Client({ name: 'session', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { 'x-api-key': key } } }),
  );

  const call: Call = async (name, args) => {
    say(`→ ${name} ${JSON.stringify(args)}`);
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
    if (isError !== true) return structuredContent;
    const [first] = content;
    say(`← ${first?.type === 'text' ? first.text : ''}`);
    return undefined;
  };

  const { tools } = await client.listTools();
  const { resources } = await client.listResources();
  const { resourceTemplates } = await client.listResourceTemplates();
  const { prompts } = await client.listPrompts();
  say(`← ${tools.length} tools, ${resources.length + resourceTemplates.length} resources, ${prompts.length} prompts`);

  const { data } = (await call('list_chatbots', { limit: 3 })) as { readonly data: readonly Chatbot[] };
  for (const { name, status } of data) say(`← ${name} (${status})`);

  const created = (await call('create_chatbot', { name: 'Returns' })) as Chatbot;
  say(`← ${created.id}`);
  await buildFlow(created.id, call, say);
  await call('update_chatbot', { chatbotId: created.id, disabled: true });
  const { text } = await readJson(client, `conferbot://chatbot/${created.id}`);
  say(`← ${text}`);
  await call('delete_chatbot', { chatbotId: created.id });
  await call('get_chatbot', { chatbotId: created.id });
  await client.close();
}

type Call = (name: string, args: Record<string, unknown>) => Promise<unknown>;

/** Adds a message and connects it, puts the flow live, and says what each step found. */
async function buildFlow(chatbotId: string, call: Call, say: (line: string) => void): Promise<void> {
  const node = { id: 'terms', type: 'message-node', data: { text: '30 days.' }, position: { x: 0, y: 140 } };
  const added = (await call('add_flow_node', { chatbotId, node })) as { findings: { code: string; nodeId: string }[] };
  for (const { code, nodeId } of added.findings) say(`← ${code} ${nodeId}`);
  await call('connect_flow_nodes', { chatbotId, edge: { source: 'welcome', target: 'terms' } });
  const live = (await call('publish_flow_version', { chatbotId })) as { name: string; nodeCount: number };
  say(`← ${live.name} is live, ${live.nodeCount} nodes`);
}

async function readJson(client: Client, uri: string): Promise<{ readonly text: string }> {
  const { contents } = await client.readResource({ uri });
  const [first] = contents;
  return { text: first !== undefined && 'text' in first ? first.text : '' };
}
