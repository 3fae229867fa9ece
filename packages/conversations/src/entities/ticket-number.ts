import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** The number that the last ticket of a workspace got. */
const TicketNumberSchema = defineEntity({
  name: 'TicketNumber',
  tableName: 'ticket_numbers',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    lastNumber: p.integer(),
  },
});

export class TicketNumber extends TicketNumberSchema.class {}
TicketNumberSchema.setClass(TicketNumber);
