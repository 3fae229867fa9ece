import type { Answer, Effect, FlowState, FlowStatus, Json, Message, Turn, Visit } from '@conferbot/flow-engine';
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
}

/** What somebody says, before it has a place in the conversation. */
export type Said = Pick<StoredMessage, 'from' | 'type' | 'body'> & { readonly nodeId?: string };

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
  visitorSpoke = false;

  constructor(before: ThreadRow, now: Date) {
    this.before = before;
    this.now = now;
    this.state = before.state;
    this.status = before.status;
    this.agentName = before.agent_name;
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

  /** A visitor who said nothing gave no response, whatever the flow worked out by itself. */
  get hasResponse(): boolean {
    const spoke = this.before.visitor_messages > 0 || this.visitorSpoke;
    return this.before.first_answer_at !== null || (spoke && this.answerCount > 0);
  }

  get answerCount(): number {
    return this.before.answer_count + this.answers.length;
  }

  say({ from, type, body, nodeId }: Said): void {
    if (from === 'visitor') this.visitorSpoke = true;
    this.messages.push({
      seq: this.lastSeq + 1,
      from,
      type,
      node_id: nodeId ?? null,
      body,
      created_at: this.now.toISOString(),
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
  }

  /** The visitor is here again. */
  takeUp(): void {
    if (this.status === 'abandoned') this.status = this.flowStatus;
  }

  /** Whether there is anything to write. */
  get isChanged(): boolean {
    return this.state !== this.before.state || this.status !== this.before.status || this.messages.length > 0;
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
