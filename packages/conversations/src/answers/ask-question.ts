import type { CallContext } from '@conferbot/plugin';
import { type AnswerMode, type Question, questionAnswerer } from '../contract.ts';
import type { Thread } from '../runtime/thread.ts';

export interface AskedQuestion {
  /** Of the message that asks. */
  readonly seq: number;
  readonly text: string;
  readonly mode: AnswerMode;
  /** More was said since it was asked. */
  readonly isLate?: boolean;
}

interface Remark {
  readonly from: Question['history'][number]['from'];
  readonly node_id: string | null;
  readonly text: string;
}

const mostRemarks = 10;

/** Looks up what may answer a question; the answer is worded after the commit. Until then the conversation is busy. */
export async function askQuestion(
  ctx: CallContext,
  thread: Thread,
  { seq, text, mode, isLate = false }: AskedQuestion,
): Promise<void> {
  const remarks = await remarksBefore(ctx, thread.id, seq);
  const { locale } = thread.state.session;
  const prepared = await ctx.use(questionAnswerer).prepare({
    chatbotId: thread.before.chatbot_id,
    conversationId: thread.id,
    text,
    locale: typeof locale === 'string' ? locale : undefined,
    history: remarks.map(remark => ({ from: remark.from, text: remark.text })),
  });
  const promptAgain = isLate || !isPrompt(remarks.at(-1), thread);
  const request = { kind: 'question', prepared, mode, promptAgain } as const;
  thread.ask({ id: `question:${seq}`, nodeId: thread.state.wait?.nodeId ?? '', awaited: true, request });
}

/** What was said before a message, oldest first. */
async function remarksBefore(ctx: CallContext, conversationId: string, seq: number): Promise<Remark[]> {
  const rows = await ctx.sql<Remark>`
    select "from", node_id, body->>'text' as text from conversation_messages
    where conversation_id = ${conversationId} and seq < ${seq} and "from" <> 'system'
      and coalesce(body->>'text', '') <> ''
    order by seq desc limit ${mostRemarks}`;
  return rows.reverse();
}

/** The visitor still sees what the flow asks for. */
function isPrompt(remark: Remark | undefined, { state }: Thread): boolean {
  const { nodeId, prompt } = state.wait?.request ?? {};
  return remark !== undefined && remark.node_id === nodeId && remark.text === prompt;
}
