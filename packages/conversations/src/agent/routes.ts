import type { Route } from '@conferbot/plugin';
import { assignConversation } from './assign-conversation.ts';
import { callPerson } from './call-person.ts';
import { closeConversation } from './close-conversation.ts';
import { createTicket } from './create-ticket.ts';
import { getTicket } from './get-ticket.ts';
import { handBack } from './hand-back.ts';
import { joinConversation } from './join-conversation.ts';
import { sendMessage } from './send-message.ts';
import { showTyping } from './show-typing.ts';
import { updateTicket } from './update-ticket.ts';

/** What people who answer visitors call, with an API key. */
export const agentRoutes: readonly Route[] = [
  joinConversation,
  sendMessage,
  showTyping,
  assignConversation,
  createTicket,
  callPerson,
  handBack,
  closeConversation,
  getTicket,
  updateTicket,
];
