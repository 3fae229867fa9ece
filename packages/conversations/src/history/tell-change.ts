import type { CallContext } from '@conferbot/plugin';
import { conversationChanged } from '../contract.ts';
import type { Thread } from '../runtime/thread.ts';

export interface CountedConversation {
  readonly id: string;
  readonly chatbot_id: string;
  readonly started_at: string;
}

/** Says that a conversation is to be counted anew. */
export function tellChange(ctx: CallContext, { id, chatbot_id, started_at }: CountedConversation): void {
  ctx.emit(conversationChanged, { conversationId: id, chatbotId: chatbot_id, startedAt: started_at });
}

/** Says so when this transaction changes what is counted. Messages in between change nothing. */
export function tellChangeOf(ctx: CallContext, thread: Thread): void {
  const { before } = thread;
  const begins = before.state.turn === 0;
  const speaks = before.visitor_messages === 0 && thread.visitorSpoke;
  const answers = before.first_answer_at === null && thread.hasResponse;
  // What is asked after the end makes it longer.
  const goesOn = before.ended_at !== null && thread.messages.length > 0;
  if (begins || speaks || answers || goesOn || thread.status !== before.status) tellChange(ctx, before);
}
