import { chatbotId, flowVersionId } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import { type ConversationStatus, conversationId, conversationStatuses, responseId, ticketId } from './contract.ts';

/** What a list reads of a row of `conversations`. */
export interface ConversationRow {
  readonly id: string;
  readonly chatbot_id: string;
  readonly visitor_id: string;
  readonly status: ConversationStatus;
  readonly channel: string;
  readonly flow_version_id: string;
  readonly message_count: number;
  readonly started_at: string;
  readonly last_message_at: string;
  readonly first_answer_at: string | null;
  readonly ended_at: string | null;
  readonly ticket_id: string | null;
  readonly rating: number | null;
  readonly created_at: string;
}

export const conversationFields = {
  id: conversationId.output.describe('Id of the conversation.'),
  chatbotId: chatbotId.output.describe('Its chatbot.'),
  responseId: responseId.output.nullable().describe('Its response; null until the first answer.'),
  visitorId: z.string().describe('The same for all conversations of a visitor.'),
  status: z.enum(conversationStatuses).describe('waiting_human: a person was called; abandoned: idle for 30 minutes.'),
  channel: z.string().describe('Where it takes place, such as web.'),
  messageCount: z.int().describe('Messages of visitor, bot and people.'),
  startedAt: z.iso.datetime().describe('UTC.'),
  lastMessageAt: z.iso.datetime().describe('UTC.'),
  endedAt: z.iso.datetime().nullable().describe('UTC; null while it goes on.'),
  durationSeconds: z.number().describe('From the start to the last message.'),
  ticketId: ticketId.output.nullable().describe('Its latest ticket.'),
  flowVersionId: flowVersionId.output.describe('The flow version that it follows.'),
  rating: z.int().nullable().describe('1 to 5, by the visitor.'),
};

export const conversationOutput = z.object(conversationFields);

export function conversationView(row: ConversationRow): z.output<typeof conversationOutput> {
  return {
    id: conversationId.encode(row.id),
    chatbotId: chatbotId.encode(row.chatbot_id),
    responseId: row.first_answer_at === null ? null : responseId.encode(row.id),
    visitorId: row.visitor_id,
    status: row.status,
    channel: row.channel,
    messageCount: row.message_count,
    startedAt: row.started_at,
    lastMessageAt: row.last_message_at,
    endedAt: row.ended_at,
    durationSeconds: secondsBetween(row.started_at, row.last_message_at),
    ticketId: row.ticket_id === null ? null : ticketId.encode(row.ticket_id),
    flowVersionId: flowVersionId.encode(row.flow_version_id),
    rating: row.rating,
  };
}

/** Never below 0; both are ISO 8601. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from)) / 1000;
}
