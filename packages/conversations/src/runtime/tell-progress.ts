import { chatbotDirectory } from '@conferbot/chatbots/contract';
import type { Effect, JsonObject } from '@conferbot/flow-engine';
import type { CallContext } from '@conferbot/plugin';
import { conversationCompleted, conversationHandover, responseCreated, responseUpdated } from '../contract.ts';
import { tellChangeOf } from '../history/tell-change.ts';
import { noteAgentReply } from '../tickets/note-agent-reply.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { isEnd, type Thread } from './thread.ts';

/** Emits what other domains want to know of what was just written, and calls people. */
export async function tellProgress(ctx: CallContext, thread: Thread): Promise<void> {
  await tellResponse(ctx, thread);
  if (thread.status === 'completed' && thread.before.status !== 'completed') tellCompletion(ctx, thread);
  for (const effect of thread.effects) await callPerson(ctx, thread, effect);
  if (thread.countOf('agent') > 0) await noteAgentReply(ctx, thread.id, thread.agentName ?? '');
  tellChangeOf(ctx, thread);
}

async function tellResponse(ctx: CallContext, thread: Thread): Promise<void> {
  if (!thread.hasResponse) return;
  if (isEnd(thread.before.state.status)) return;
  const completed = thread.status === 'completed';
  const payload = { ...namesOf(thread), responseId: thread.id, answerCount: thread.answerCount, completed };
  const isNew = thread.before.first_answer_at === null;
  if (isNew) {
    await ctx.use(chatbotDirectory).addResponses(thread.before.chatbot_id, 1);
    ctx.emit(responseCreated, payload);
  }
  if (completed || (!isNew && thread.answers.length > 0)) ctx.emit(responseUpdated, payload);
}

function tellCompletion(ctx: CallContext, thread: Thread): void {
  const { started_at, flow_version_id } = thread.before;
  ctx.emit(conversationCompleted, {
    ...namesOf(thread),
    flowVersionId: flow_version_id,
    responseId: thread.hasResponse ? thread.id : null,
    durationSeconds: (thread.now.getTime() - Date.parse(started_at)) / 1000,
  });
}

async function callPerson(ctx: CallContext, thread: Thread, { request }: Effect): Promise<void> {
  if (request.kind !== 'handover') return;
  const { chatbotId, conversationId } = namesOf(thread);
  const { reason, priority } = request;
  const assignee = assigneeOf(request.assignment);
  const { id, number } = await openTicket(ctx, { chatbotId, conversationId, priority, assignee });
  ctx.emit(conversationHandover, { ...namesOf(thread), reason, priority, ticketId: id, ticketNumber: number });
}

/** The first of those who are asked, as the flow names them. */
function assigneeOf({ assignedAgents }: JsonObject): string | null {
  const [first] = Array.isArray(assignedAgents) ? assignedAgents : [];
  const { name, email, id } = typeof first === 'object' && first !== null ? (first as JsonObject) : {};
  const named = [first, name, email, id].find(value => typeof value === 'string' && value.trim() !== '');
  return typeof named === 'string' ? named.trim().slice(0, 200) : null;
}

function namesOf({ before }: Thread) {
  return {
    conversationId: before.id,
    chatbotId: before.chatbot_id,
    visitorId: before.visitor_id,
    channel: before.channel,
  };
}
