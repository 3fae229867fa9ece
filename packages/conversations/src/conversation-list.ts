import { chatbotDirectory } from '@conferbot/chatbots/contract';
import type { CallContext, Page } from '@conferbot/plugin';
import type { ConversationStatus } from './contract.ts';
import { type ConversationRow, conversationView } from './conversation-view.ts';
import { type ConversationFilter, countConversations } from './count-conversations.ts';
import { keysetPage, type PageRequest, type Place } from './keyset-page.ts';

/** One page of the conversations of a chatbot, newest first. @throws Fault `not_found` */
export async function listConversationPage(
  ctx: CallContext,
  filter: ConversationFilter,
  page: PageRequest,
): Promise<Page<ReturnType<typeof conversationView>>> {
  await ctx.use(chatbotDirectory).get(filter.chatbotId);
  const { status } = filter;
  const source = {
    rows: (place: Place, limit: number, offset: number) =>
      status === undefined
        ? ofAnyStatus(ctx, filter, { place, limit, offset })
        : ofStatus(ctx, filter, status, { place, limit, offset }),
    count: () => countConversations(ctx, filter),
    keyOf: ({ created_at, id }: ConversationRow) => ({ at: created_at, id }),
  };
  return keysetPage(page, filter, source, conversationView);
}

interface Slice {
  readonly place: Place;
  readonly limit: number;
  readonly offset: number;
}

function ofAnyStatus(
  ctx: CallContext,
  { chatbotId, from, ...filter }: ConversationFilter,
  { place: { at, id }, limit, offset }: Slice,
): Promise<ConversationRow[]> {
  const channel = filter.channel ?? null;
  return ctx.sql<ConversationRow>`
    select id, chatbot_id, visitor_id, status, channel, flow_version_id, started_at, last_message_at, first_answer_at,
      ended_at, ticket_id, rating, created_at, visitor_messages + bot_messages + agent_messages as message_count
    from conversations
    where chatbot_id = ${chatbotId} and created_at >= ${from} and (created_at, id) < (${at}::timestamptz, ${id}::uuid)
      and (${channel}::text is null or channel = ${channel})
    order by created_at desc, id desc limit ${limit} offset ${offset}`;
}

/** A statement of its own: few conversations wait for a person, and an index finds them. */
function ofStatus(
  ctx: CallContext,
  { chatbotId, from, ...filter }: ConversationFilter,
  status: ConversationStatus,
  { place: { at, id }, limit, offset }: Slice,
): Promise<ConversationRow[]> {
  const channel = filter.channel ?? null;
  return ctx.sql<ConversationRow>`
    select id, chatbot_id, visitor_id, status, channel, flow_version_id, started_at, last_message_at, first_answer_at,
      ended_at, ticket_id, rating, created_at, visitor_messages + bot_messages + agent_messages as message_count
    from conversations
    where chatbot_id = ${chatbotId} and status = ${status} and created_at >= ${from}
      and (created_at, id) < (${at}::timestamptz, ${id}::uuid) and (${channel}::text is null or channel = ${channel})
    order by created_at desc, id desc limit ${limit} offset ${offset}`;
}
