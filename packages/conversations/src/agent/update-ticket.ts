import { Fault, type Route } from '@conferbot/plugin';
import { z } from 'zod';
import { ticketId } from '../contract.ts';
import { changeTicket } from '../tickets/change-ticket.ts';
import { showTicket } from '../tickets/find-ticket.ts';
import { ticketStatuses } from '../tickets/ticket-status.ts';
import { readBody, readId } from './read-request.ts';
import { ticketFields } from './ticket-fields.ts';

const body = z.object({ status: z.enum(ticketStatuses).optional(), ...ticketFields });

export const updateTicket: Route = {
  method: 'PATCH',
  path: '/api/v1/external/v1/tickets/{ticketId}',
  access: 'key',
  scope: 'write',
  async handle(request, params, ctx) {
    const id = readId(params, 'ticketId', ticketId);
    const change = await readBody(request, body);
    if (Object.keys(change).length === 0) {
      throw new Fault('invalid_argument', 'There is nothing to change.', {
        fix: 'Give at least one of status, subject, priority and assignee.',
      });
    }
    return Response.json(await showTicket(ctx, await changeTicket(ctx, id, change)));
  },
};
