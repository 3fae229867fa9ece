import type { Route } from '@conferbot/plugin';
import { ticketId } from '../contract.ts';
import { findTicket, showTicket } from '../tickets/find-ticket.ts';
import { readId } from './read-request.ts';

export const getTicket: Route = {
  method: 'GET',
  path: '/api/v1/external/v1/tickets/{ticketId}',
  access: 'key',
  scope: 'read',
  async handle(_request, params, ctx) {
    const row = await findTicket(ctx, readId(params, 'ticketId', ticketId));
    return Response.json(await showTicket(ctx, row));
  },
};
