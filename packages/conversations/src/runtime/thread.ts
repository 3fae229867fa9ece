import type { Answer, Effect, FlowState, FlowStatus, Json, Message, Turn, Visit } from '@conferbot/flow-engine';
import type { Answering } from '../answers/answering.ts';
import type { QuestionWork } from '../answers/question-work.ts';
import { type VisitorInput, visitorInput } from '../answers/visitor-input.ts';
import type { ConversationStatus } from '../contract.ts';
import type { MessageAuthor } from '../entities/conversation-message.ts';
import type { ThreadRow } from './thread-row.ts';

/** A message as it is stored. */
export interface StoredMessage {
  readonly seq: number;
  readonly from: MessageAuthor;
  readonly type: string;
  readonly node_id: string | null;
  readonly body: Readonly<Record<string, Json | undefined>>;
  /** ISO 8601, UTC */
  readonly created_at: string;
  /** The name that the sender gave it; null for what a flow says. */
  readonly client_message_id: string | null;
}

/** What somebody says, before it has a place in the conversation. */
export type Said = Pick<StoredMessage, 'from' | 'type' | 'body'> & {
  readonly nodeId?: string;
  readonly clientMessageId?: string | undefined;
};

/** A conversation whose row is locked, with what this transaction adds to it. `writeThread` writes it. */
export class Thread {
  readonly before: ThreadRow;
  readonly now: Date;
  readonly messages: StoredMessage[] = [];
  readonly answers: Answer[] = [];
  readonly visits: Visit[] = [];
  readonly effects: Effect[] = [];
  state: FlowState;
  status: ConversationStatus;
  agentName: string | null;
  answering: Answering;
  /** The question that this transaction asks. */
  question: QuestionWork | undefined;
  visitorSpoke = false;

  constructor(before: ThreadRow, now: Date) {
    this.before = before;
    this.now = now;
    this.state = before.state;
    this.status = before.status;
    this.agentName = before.agent_name;
    this.answering = before.answering;
  }

  get id(): string {
    return this.before.id;
  }

  get lastSeq(): number {
    return this.before.last_seq + this.messages.length;
  }

  /** Of the flow: an abandoned conversation is still `active`, or waits for a person. */
  get flowStatus(): FlowStatus {
    return this.state.status;
  }

  get hasEnded(): boolean {
    return isEnd(this.flowStatus);
  }

  /** Nothing happens any more, unless an abandoned one is taken up again. */
  get isOver(): boolean {
    return this.hasEnded || this.status === 'abandoned';
  }

  /** Something outside is awaited: nobody else moves the conversation on, but to its end. */
  get isBusy(): boolean {
    return this.state.wait?.for === 'effect' || this.answering.pending !== null;
  }

  get input(): VisitorInput | null {
    return visitorInput(this.answering, this.flowStatus, this.state.wait?.request ?? null);
  }

  /**
   * A visitor who said nothing gave no response, whatever the flow worked out by itself; nor does one who first speaks
   * after the end.
   */
  get hasResponse(): boolean {
    const { first_answer_at, visitor_messages, state } = this.before;
    const spoke = visitor_messages > 0 || this.visitorSpoke;
    return first_answer_at !== null || (!isEnd(state.status) && spoke && this.answerCount > 0);
  }

  get answerCount(): number {
    return this.before.answer_count + this.answers.length;
  }

  say({ from, type, body, nodeId, clientMessageId }: Said): void {
    if (from === 'visitor') this.visitorSpoke = true;
    this.messages.push({
      seq: this.lastSeq + 1,
      from,
      type,
      node_id: nodeId ?? null,
      body,
      created_at: this.now.toISOString(),
      client_message_id: clientMessageId ?? null,
    });
  }

  /** Takes over what a turn of the flow led to. */
  add(turn: Turn): void {
    this.state = turn.state;
    this.status = turn.status;
    for (const message of turn.messages) this.say(botMessage(message));
    this.answers.push(...turn.answers);
    this.visits.push(...turn.visits);
    this.effects.push(...turn.effects);
    if (turn.status !== 'human') this.agentName = null;
    if (turn.status !== 'waiting_human') this.answering = { ...this.answering, asked: null };
    if (isEnd(turn.status)) this.answering = { ...this.answering, pending: null };
  }

  /** A question is to be answered: until it is, the conversation is busy. */
  ask(question: QuestionWork): void {
    this.question = question;
    this.answering = { ...this.answering, pending: question.id };
  }

  /** The question that the conversation waited for is answered; what was said of an earlier reply is over. */
  settle(unsure: number): void {
    this.answering = { ...this.answering, pending: null, unsure };
    const { wait } = this.state;
    if (wait?.request?.error === undefined) return;
    const { error: _over, ...request } = wait.request;
    this.state = { ...this.state, wait: { ...wait, request } };
  }

  /** The visitor is here again. */
  takeUp(): void {
    if (this.status === 'abandoned') this.status = this.flowStatus;
  }

  /** Whether there is anything to write. */
  get isChanged(): boolean {
    const { state, status, answering } = this.before;
    return this.state !== state || this.status !== status || this.answering !== answering || this.messages.length > 0;
  }

  countOf(from: MessageAuthor): number {
    return this.messages.filter(message => message.from === from).length;
  }
}

/** Whether a flow that has this status never goes on. */
export function isEnd(status: FlowStatus): boolean {
  return status === 'completed' || status === 'failed' || status === 'closed';
}

function botMessage({ type, nodeId, ...body }: Message): Said {
  return { from: 'bot', type, body, ...(nodeId !== undefined && { nodeId }) };
}
