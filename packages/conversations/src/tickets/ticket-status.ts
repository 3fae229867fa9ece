/** `pending` waits for somebody else than the assignee. */
export const ticketStatuses = ['open', 'in-progress', 'pending', 'closed'] as const;

export type TicketStatus = (typeof ticketStatuses)[number];
