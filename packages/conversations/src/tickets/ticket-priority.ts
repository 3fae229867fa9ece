/** From the least to the most pressing. */
export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const;

export type TicketPriority = (typeof ticketPriorities)[number];

/** A priority as authors of flows write it; what is none is `normal`. */
export function ticketPriorityOf(written: string | undefined): TicketPriority {
  const wanted = written?.trim().toLowerCase();
  return ticketPriorities.find(priority => priority === wanted) ?? 'normal';
}
