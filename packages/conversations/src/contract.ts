import { defineEvent, defineId, defineService } from '@conferbot/plugin';
import { z } from 'zod';

/** `cnv_…` */
export const conversationId = defineId('cnv', 'conversation');

/** `res_…`: what a conversation answered. It has the uuid of its conversation. */
export const responseId = defineId('res', 'response');

/** `tkt_…` */
export const ticketId = defineId('tkt', 'ticket');

/** `abandoned`: the visitor has said nothing for half an hour; a message takes it up again. */
export const conversationStatuses = [
  'active',
  'waiting_human',
  'human',
  'completed',
  'abandoned',
  'failed',
  'closed',
] as const;

export type ConversationStatus = (typeof conversationStatuses)[number];

/** How a conversation looks after a person did something in it. */
export interface ConversationMoved {
  /** uuid */
  readonly id: string;
  readonly status: ConversationStatus;
  /** Sequence number of its last message. */
  readonly lastSeq: number;
}

/** A person who answers visitors. */
export interface Agent {
  /** Shown to visitors. */
  readonly name: string;
}

/**
 * What people do in conversations. Conversations are named by uuid; each call takes the lock of its row, and what it
 * writes is committed with the call.
 */
export interface ConversationDesk {
  /**
   * A person takes part: the flow rests until {@link ConversationDesk.handBack}. Nothing happens when one does already.
   *
   * @throws Fault `not_found`; `conflict` after the end
   */
  join(id: string, agent: Agent): Promise<ConversationMoved>;
  /**
   * A person says something, Markdown. Joins first where nobody has.
   *
   * @throws Fault `not_found`; `conflict` after the end
   */
  say(id: string, agent: Agent, text: string): Promise<ConversationMoved>;
  /**
   * Visitors who watch see for some seconds that a person is typing.
   *
   * @throws Fault `not_found`
   */
  typing(id: string): Promise<void>;
  /**
   * The person is done and the flow goes on.
   *
   * @throws Fault `not_found`; `conflict` when no person takes part
   */
  handBack(id: string): Promise<ConversationMoved>;
  /**
   * Calls a person on behalf of the visitor: the flow rests and a ticket is opened. Nothing happens when one was called.
   *
   * @throws Fault `not_found`; `conflict` after the end, or when the flow is waiting for something else
   */
  callPerson(id: string): Promise<ConversationMoved>;
  /**
   * Ends the conversation. Nothing happens when it has ended.
   *
   * @throws Fault `not_found`
   */
  close(id: string): Promise<ConversationMoved>;
}

export const conversationDesk = defineService<ConversationDesk>('conversations.desk');

/** Who may talk to a chatbot, as the widget's owner says it. Without a provider any website may. */
export interface WidgetAccess {
  /** @param origin Value of the header `Origin`. */
  allows(chatbotId: string, origin: string): Promise<boolean>;
}

export const widgetAccess = defineService<WidgetAccess>('conversations.widget-access');

const conversation = {
  conversationId: z.uuid(),
  chatbotId: z.uuid(),
  visitorId: z.string(),
  channel: z.string(),
};

const response = z.object({
  ...conversation,
  responseId: z.uuid(),
  /** Answers so far, a loop's passes each. */
  answerCount: z.int(),
  completed: z.boolean(),
});

export const conversationStarted = defineEvent(
  'conversation.started',
  'A visitor opened a conversation.',
  z.object({ ...conversation, flowVersionId: z.uuid() }),
);

export const conversationCompleted = defineEvent(
  'conversation.completed',
  'A flow was followed to its end.',
  z.object({
    ...conversation,
    flowVersionId: z.uuid(),
    /** Null when nothing was answered. */
    responseId: z.uuid().nullable(),
    durationSeconds: z.number(),
  }),
);

export const responseCreated = defineEvent('response.created', 'A visitor gave the first answer.', response);

export const responseUpdated = defineEvent(
  'response.updated',
  'A visitor gave further answers, or completed the response.',
  response,
);

export const conversationHandover = defineEvent(
  'conversation.handover',
  'A person was called into a conversation.',
  z.object({
    ...conversation,
    reason: z.enum(['node', 'visitor']),
    priority: z.string(),
    ticketId: z.uuid(),
    ticketNumber: z.int(),
  }),
);

export const ticketCreated = defineEvent(
  'ticket.created',
  'A ticket was opened.',
  z.object({
    ticketId: z.uuid(),
    number: z.int(),
    chatbotId: z.uuid(),
    conversationId: z.uuid(),
    priority: z.string(),
  }),
);
