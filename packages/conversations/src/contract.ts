import { chatbotId } from '@conferbot/chatbots/contract';
import type { Json } from '@conferbot/flow-engine';
import { defineEvent, defineId, defineService, type OutsideEvent } from '@conferbot/plugin';
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
   * @param clientMessageId Up to 128 characters that name the message in its conversation: the same again says nothing
   *   more and answers alike, also after the end.
   * @throws Fault `not_found`; `conflict` after the end, and for another message under the same name
   */
  say(id: string, agent: Agent, text: string, clientMessageId?: string): Promise<ConversationMoved>;
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

/** How a page proves who its visitor is: a signature over the user's id, or a signed token. */
export type IdentityProof = { readonly userId: string; readonly hash: string } | { readonly token: string };

/** Who a visitor is, as the chatbot's owner vouches for it. */
export interface VerifiedVisitor {
  /** The owner's id of the user. */
  readonly userId: string;
  readonly name?: string;
  readonly email?: string;
}

/** Whether visitors are who they say. Without a provider nobody is verified, and whoever tries to be is refused. */
export interface VisitorIdentity {
  /** Whether the chatbot talks to verified visitors only. */
  required(chatbotId: string): Promise<boolean>;
  /** @returns why not, in words for the developer of the page, where the proof is none. */
  verify(chatbotId: string, proof: IdentityProof): Promise<VerifiedVisitor | { readonly refusal: string }>;
}

export const visitorIdentity = defineService<VisitorIdentity>('conversations.visitor-identity');

/** A call as it was sent, with what its headers say. */
export interface SignedCall {
  /** Seconds since 1970, as written. */
  readonly timestamp: string;
  /** Hexadecimal HMAC-SHA256. */
  readonly signature: string;
  readonly body: string;
}

/** Calls of the owner's own servers, which speak for their users. Without a provider there are none. */
export interface ChannelSignature {
  /** @returns why not, in words for a developer; undefined for a call that the owner signed. */
  refusal(chatbotId: string, call: SignedCall): Promise<string | undefined>;
}

export const channelSignature = defineService<ChannelSignature>('conversations.channel-signature');

/** A question that a visitor asked in free words. */
export interface Question {
  /** uuid */
  readonly chatbotId: string;
  /** uuid */
  readonly conversationId: string;
  readonly text: string;
  /** BCP 47, as far as the visitor's browser told it. */
  readonly locale: string | undefined;
  /** What was said before, oldest first, ten messages at most. */
  readonly history: readonly { readonly from: 'visitor' | 'bot' | 'agent'; readonly text: string }[];
}

/** Where an answer is from. */
export interface Citation {
  readonly title: string;
  /** Address of the article in the help centre, from the root of the host. */
  readonly path: string;
}

/** `unsure`: nothing that is known answers the question; `text` says so. */
export interface QuestionAnswer {
  readonly outcome: 'answered' | 'unsure';
  /** Markdown. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** `extractive`, or the AI service that worded it. */
  readonly provider: string;
}

/**
 * - `ai_first`: what the flow cannot use is answered; what nobody knows goes to the flow's own fallback, or to a person
 * - `human_first`: a person is called; nobody comes: it is answered
 * - `ai_only`: it is answered, and no person is called for it
 * - `human_only`: a person is called
 */
export type AnswerMode = 'ai_first' | 'human_first' | 'ai_only' | 'human_only';

export interface AnswerPolicy {
  readonly enabled: boolean;
  readonly mode: AnswerMode;
  /** Said before the flow's first message where it is set. */
  readonly greeting: string | null;
}

/** What answers the free text that flows cannot use. Without a provider it is the flow's alone. */
export interface QuestionAnswerer {
  policy(chatbotId: string): Promise<AnswerPolicy>;
  /** What a job to be done outside the transaction needs, as JSON that may be kept: passages, no secrets. */
  prepare(question: Question): Promise<PreparedQuestion>;
  /** Keeps what came of it: citations are counted, what nobody knows is recorded. */
  note(prepared: PreparedQuestion, answer: QuestionAnswer): Promise<void>;
}

/** Opaque to whoever keeps it. */
export type PreparedQuestion = Readonly<Record<string, Json>>;

export const questionAnswerer = defineService<QuestionAnswerer>('conversations.question-answerer');

/** Conversations counted together, by the time at which they *started*, as they are now. */
export interface ConversationCounts {
  readonly channel: string;
  /** Opened. */
  readonly views: number;
  /** With a message or an answer of the visitor. */
  readonly starts: number;
  /** With an answer. */
  readonly responses: number;
  /** Followed to the end of the flow with an answer. */
  readonly completions: number;
  /** A person was called, or took part. */
  readonly handovers: number;
  /** Over, without any of that. */
  readonly contained: number;
  /** Over. */
  readonly ended: number;
  /** Of `starts`, those that the visitor left. */
  readonly abandoned: number;
  readonly ratings: number;
  /** Of 4 or 5. */
  readonly goodRatings: number;
  /** Seconds from the start to the last message, one for each of `starts` that is over. */
  readonly durations: readonly number[];
}

/** How far conversations came whose flow is not under way any more. */
export interface NodeCounts {
  /** uuid */
  readonly flowVersionId: string;
  readonly nodeId: string;
  readonly nodeType: string;
  /** Conversations that came to it, but for those that are there with a person. */
  readonly reached: number;
  /** Of these, those that went on from it, ended there by design, or were handed to a person by it. */
  readonly left: number;
}

/** Conversations that started in a span of time, counted over the rows themselves: what roll-ups are made of. */
export interface ConversationHistory {
  /** By channel. @param from inclusive @param to exclusive */
  counts(chatbotId: string, from: Date, to: Date): Promise<readonly ConversationCounts[]>;
  nodes(chatbotId: string, from: Date, to: Date): Promise<readonly NodeCounts[]>;
  /** The quarters of an hour, UTC, in which conversations of a chatbot started, oldest first. */
  quarters(chatbotId: string): Promise<readonly Date[]>;
  /** The newest responses, as `list_responses` shows them: what visitors wrote, so untrusted. */
  responses(chatbotId: string, limit: number): Promise<readonly object[]>;
}

export const conversationHistory = defineService<ConversationHistory>('conversations.history');

const conversation = {
  conversationId: z.uuid(),
  chatbotId: z.uuid(),
  visitorId: z.string(),
  channel: z.string(),
};

type ConversationNames = { readonly [Name in keyof typeof conversation]: string };

/** As systems outside are told, with further fields. */
function told(
  { conversationId: id, chatbotId: botId }: Pick<ConversationNames, 'conversationId' | 'chatbotId'>,
  fields: OutsideEvent['fields'],
): OutsideEvent {
  return {
    chatbotId: botId,
    orderKey: id,
    fields: { chatSessionId: conversationId.encode(id), botId: chatbotId.encode(botId), ...fields },
  };
}

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
  event => told(event, { visitorId: event.visitorId, channel: event.channel }),
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
  event =>
    told(event, {
      visitorId: event.visitorId,
      channel: event.channel,
      responseId: event.responseId === null ? null : responseId.encode(event.responseId),
      durationSeconds: event.durationSeconds,
    }),
);

export const responseCreated = defineEvent('response.created', 'A visitor gave the first answer.', response, event =>
  told(event, { responseId: responseId.encode(event.responseId), visitorId: event.visitorId }),
);

export const responseUpdated = defineEvent(
  'response.updated',
  'A visitor gave further answers, or completed the response.',
  response,
  event => told(event, { responseId: responseId.encode(event.responseId) }),
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
  event =>
    told(event, {
      visitorId: event.visitorId,
      channel: event.channel,
      reason: event.reason,
      priority: event.priority,
      ticketId: ticketId.encode(event.ticketId),
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
  event => told(event, { ticketId: ticketId.encode(event.ticketId), number: event.number, priority: event.priority }),
);

export const conversationChanged = defineEvent(
  'conversation.changed',
  'What is counted of a conversation changed: it began, the visitor spoke or answered first, its status changed, a ticket was opened, it was rated.',
  z.object({
    conversationId: z.uuid(),
    chatbotId: z.uuid(),
    /** When the conversation began: what is counted is counted there. ISO 8601, UTC. */
    startedAt: z.iso.datetime(),
  }),
);

export { timeZoneField } from './contract/date-range.ts';
export { type RecentDays, recentDays } from './contract/recent-days.ts';
