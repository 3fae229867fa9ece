import type { InputRequest, Message } from '@conferbot/flow-engine';

/** A message as the server keeps it. `text` is Markdown, except in `html` messages and in what visitors write. */
export interface ChatMessage extends Message {
  /** Grows within a session; the order of messages. */
  readonly seq: number;
  readonly from: 'bot' | 'agent' | 'visitor' | 'system';
  /** ISO 8601. */
  readonly createdAt: string;
  /** Of a visitor's message: the id that the client gave it. */
  readonly clientMessageId?: string;
  /** Who said an agent's message. */
  readonly name?: string;
  /** Articles that an answer is from; `path` is below the host. */
  readonly citations?: readonly { readonly title: string; readonly path: string }[];
}

/** What the visitor is asked for. */
export interface ChatInput extends InputRequest {
  /** A question in free words is answered too. */
  readonly mayAsk?: true;
}

export type ChatStatus = 'active' | 'waiting_human' | 'human' | 'completed' | 'abandoned' | 'failed' | 'closed';

/** Whether the flow of a session has ended; where there is still an input, the visitor can go on asking. */
export function isOver(status: ChatStatus): boolean {
  return status !== 'active' && status !== 'waiting_human' && status !== 'human';
}

/** Whether a person reads what is written, whatever the flow asks. */
export function isWithPerson(status: ChatStatus): boolean {
  return status === 'waiting_human' || status === 'human';
}
