import { randomBytes } from 'node:crypto';
import { chatbotId } from '@conferbot/chatbots/contract';
import { type QuestionAnswer, questionAnswerer } from '@conferbot/conversations/contract';
import { createEgress } from '@conferbot/egress';
import { createAnswerPort } from '@conferbot/knowledge';
import { type Logger, newUuid } from '@conferbot/plugin';
import { type Caller, createRuntime, everything, inCall, mcpFetch, openStore } from '@conferbot/runtime';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { composeKnowledge } from './compose.ts';

export interface KnowledgeBase {
  /** An MCP client of this process: no port, no network. */
  readonly client: Client;
  /** Answers a question out of the published articles of a chatbot (`bot_…`). */
  ask(chatbot: string, text: string): Promise<QuestionAnswer>;
  close(): Promise<void>;
}

/** @param dataDir Folder that keeps the articles; without it they are kept in memory. */
export async function openKnowledgeBase(logger: Logger, dataDir?: string): Promise<KnowledgeBase> {
  const egress = createEgress();
  const composition = composeKnowledge(egress);
  const store = await openStore(dataDir === undefined ? {} : { dataDir }, composition.schema);
  await store.migrate();
  const runtime = createRuntime({
    composition,
    store,
    logger,
    serverInfo: { name: 'knowledge-base', title: 'Knowledge base', version: '1.0.0' },
    instructions: 'Keeps articles, and answers questions from them.',
    secret: randomBytes(32),
  });
  // One process, one user, one workspace.
  const caller: Caller = {
    workspace: { id: '00000000-0000-7000-8000-000000000001', plan: 'enterprise', timezone: 'UTC' },
    principal: { kind: 'system', name: 'knowledge-base' },
    requestId: 'knowledge-base',
    logger,
  };

  // #region client
  const mcp = mcpFetch(runtime, () => ({ view: runtime.views.get(everything), caller }));
  const client = new Client({ name: 'knowledge-base', version: '1.0.0' });
  const here = new URL('http://in-process.invalid/mcp');
  await client.connect(new StreamableHTTPClientTransport(here, { fetch: (url, init) => mcp(new Request(url, init)) }));
  // #endregion client

  // #region ask
  const word = createAnswerPort({ egress });
  async function ask(chatbot: string, text: string): Promise<QuestionAnswer> {
    const asked = { chatbotId: chatbotId.input.parse(chatbot), conversationId: newUuid(), text, locale: 'en' };
    const prepared = await inCall(runtime, caller, { readOnly: true }, call =>
      call.use(questionAnswerer).prepare({ ...asked, history: [] }),
    );
    const answer = await word(prepared, { signal: AbortSignal.timeout(10_000) });
    await inCall(runtime, caller, { readOnly: false }, call => call.use(questionAnswerer).note(prepared, answer));
    return answer;
  }
  // #endregion ask

  return {
    client,
    ask,
    async close() {
      await client.close();
      await egress.close();
      await store.close();
    },
  };
}
