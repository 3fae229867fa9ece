import { ChatAddress } from './chat-address.ts';
import { Conversation } from './conversation.ts';
import { ConversationAlarm } from './conversation-alarm.ts';
import { ConversationAnswer } from './conversation-answer.ts';
import { ConversationEffect } from './conversation-effect.ts';
import { ConversationFile } from './conversation-file.ts';
import { ConversationMessage } from './conversation-message.ts';
import { ConversationReply } from './conversation-reply.ts';
import { ConversationVisit } from './conversation-visit.ts';
import { Ticket } from './ticket.ts';
import { TicketNumber } from './ticket-number.ts';

export const entities = [
  ChatAddress,
  Conversation,
  ConversationMessage,
  ConversationAnswer,
  ConversationVisit,
  ConversationReply,
  ConversationEffect,
  ConversationAlarm,
  ConversationFile,
  Ticket,
  TicketNumber,
];
