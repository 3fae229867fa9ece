import { chatbotId } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import { conversationId, ticketId } from '../contract.ts';
import { type TicketPriority, ticketPriorities } from './ticket-priority.ts';
import { type TicketStatus, ticketStatuses } from './ticket-status.ts';
import { type PreviewLine, previewOutput } from './transcript-preview.ts';

/** A row of `tickets`. */
export interface TicketRow {
  readonly id: string;
  readonly number: number;
  readonly chatbot_id: string;
  readonly conversation_id: string;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority: TicketPriority;
  readonly assignee: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly first_response_at: string | null;
}

export const ticketOutput = z.object({
  id: ticketId.output.describe('Id of the ticket.'),
  number: z.int().describe('Counts within the workspace.'),
  chatbotId: chatbotId.output.describe('Its chatbot.'),
  conversationId: conversationId.output.describe('The conversation that wants a person.'),
  subject: z.string().describe('What it is about.'),
  status: z.enum(ticketStatuses).describe('open: nobody has answered yet.'),
  priority: z.enum(ticketPriorities).describe('How pressing it is.'),
  assignee: z.string().nullable().describe('Who sees to it; null for nobody in particular.'),
  createdAt: z.iso.datetime().describe('UTC.'),
  updatedAt: z.iso.datetime().describe('UTC.'),
  closedAt: z.iso.datetime().nullable().describe('UTC; null while not closed.'),
  firstResponseAt: z.iso.datetime().nullable().describe('When a person first answered, UTC.'),
  transcriptPreview: previewOutput,
});

export type TicketView = z.output<typeof ticketOutput>;

export function ticketView(row: TicketRow, preview: readonly PreviewLine[]): TicketView {
  return {
    id: ticketId.encode(row.id),
    number: row.number,
    chatbotId: chatbotId.encode(row.chatbot_id),
    conversationId: conversationId.encode(row.conversation_id),
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    assignee: row.assignee,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    firstResponseAt: row.first_response_at,
    transcriptPreview: preview.map(line => ({ ...line })),
  };
}
