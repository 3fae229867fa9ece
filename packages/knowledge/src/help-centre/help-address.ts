import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { type CallContext, Fault, type SystemContext } from '@conferbot/plugin';

/** Where the chatbot is that an address names. */
export interface HelpAddress {
  readonly workspaceId: string;
  /** uuid */
  readonly chatbotId: string;
}

/** @throws Fault `not_found` */
export async function findHelpAddress(system: SystemContext, id: string): Promise<HelpAddress> {
  const chatbotId = chatbotIdType.decode(id);
  if (chatbotId === undefined) throw noSuchChatbot();
  const [row] = await system.sql<{ workspace_id: string }>`
    select workspace_id from help_addresses where chatbot_id = ${chatbotId}`;
  if (row === undefined) throw noSuchChatbot();
  return { workspaceId: row.workspace_id, chatbotId };
}

/** Lets visitors find the help centre of a chatbot; nothing happens when they do already. */
export async function openHelpCentre(ctx: CallContext, chatbotId: string): Promise<void> {
  await ctx.sql`
    insert into help_addresses (workspace_id, chatbot_id) values (${ctx.workspace.id}, ${chatbotId})
    on conflict do nothing`;
}

export async function closeHelpCentre(ctx: CallContext, chatbotId: string): Promise<void> {
  await ctx.sql`delete from help_addresses where chatbot_id = ${chatbotId}`;
}

function noSuchChatbot(): Fault {
  return new Fault('not_found', 'There is no such chatbot.');
}
