import { z } from 'zod';
import { ticketPriorities } from '../tickets/ticket-priority.ts';
import { assignee } from './agent-fields.ts';

/** Members of bodies about a ticket. */
export const ticketFields = {
  subject: z.string().trim().min(1).max(200).optional(),
  priority: z.enum(ticketPriorities).optional(),
  assignee: assignee.optional(),
};
