import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { Fault, type SystemContext } from '@conferbot/plugin';

/** Where the chatbot is that a page names. */
export interface ChatbotAddress {
  readonly workspaceId: string;
  /** uuid */
  readonly chatbotId: string;
}

/** @throws Fault `not_found` */
export async function chatbotAddress(system: SystemContext, id: string): Promise<ChatbotAddress> {
  const chatbotId = chatbotIdType.decode(id);
  if (chatbotId === undefined) throw noSuchChatbot();
  const [row] = await system.sql<{ workspace_id: string }>`
    select workspace_id from widget_addresses where chatbot_id = ${chatbotId}`;
  if (row === undefined) throw noSuchChatbot();
  return { workspaceId: row.workspace_id, chatbotId };
}

function noSuchChatbot(): Fault {
  return new Fault('not_found', 'There is no such chatbot.');
}
