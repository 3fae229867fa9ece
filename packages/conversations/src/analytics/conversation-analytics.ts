import type { CallContext } from '@conferbot/plugin';
import { conversationId as conversationIdType } from '../contract.ts';
import { secondsBetween } from '../conversation-view.ts';
import { type ConversationDetailRow, findConversation } from '../find-conversation.ts';
import { conversationTimes } from '../insight/conversation-times.ts';
import { readLastVisit, readPath } from '../visit-view.ts';
import { dropOffOf } from './drop-off.ts';
import { moodOf } from './mood.ts';
import { readSpokenMessages } from './spoken-messages.ts';

const roomForPath = 40_000;

interface AnalyticsRequest {
  /** uuid */
  readonly chatbotId: string;
  /** uuid */
  readonly conversationId: string;
  readonly fromVisit: number;
}

/** What the course of one conversation tells. @throws Fault `not_found` */
export async function conversationAnalytics(
  ctx: CallContext,
  { chatbotId, conversationId, fromVisit }: AnalyticsRequest,
) {
  const row = await findConversation(ctx, chatbotId, conversationId);
  const [messages, nodePath, lastVisit] = await Promise.all([
    readSpokenMessages(ctx, conversationId),
    readPath(ctx, conversationId, { after: fromVisit, bytes: roomForPath }),
    readLastVisit(ctx, conversationId),
  ]);
  const handedOverAt = row.handover_at === null ? [] : [new Date(row.handover_at)];
  const times = conversationTimes(messages, { handedOverAt });
  const { language, sentiment } = await moodOf(row, messages, await askedForPerson(ctx, row));
  const end = fromVisit + nodePath.length;
  return {
    conversationId: conversationIdType.encode(conversationId),
    status: row.status,
    durationSeconds: secondsBetween(row.started_at, row.last_message_at),
    activeSeconds: times.activeSeconds,
    messageCounts: messageCountsOf(row),
    firstReplySeconds: times.firstReplySeconds,
    firstHumanReplySeconds: times.firstHumanReplySeconds,
    nodePath,
    dropOff: dropOffOf(row.status, lastVisit),
    sentiment,
    language,
    rating: row.rating,
    goals: [],
    ...(end < row.visit_count && {
      truncated: true,
      next: `Passes ${fromVisit} to ${end - 1} of ${row.visit_count} are here. Call get_conversation_analytics again with fromVisit ${end}.`,
    }),
  };
}

function messageCountsOf(row: ConversationDetailRow) {
  const { message_count: total, visitor_messages: visitor, bot_messages: bot, agent_messages: agent } = row;
  return { total, visitor, bot, agent };
}

/** Whether the visitor called a person, rather than the flow. */
async function askedForPerson(ctx: CallContext, { id, handover_at }: ConversationDetailRow): Promise<boolean> {
  if (handover_at === null) return false;
  const byFlow = await ctx.sql`
    select 1 as found from conversation_visits
    where conversation_id = ${id} and node_type = 'human-handover-node' limit 1`;
  return byFlow.length === 0;
}
