import { chatbotDirectory, chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { type CallContext, Fault, type PublicContext, type Route } from '@conferbot/plugin';
import { answerPolicy } from '../answers/answer-policy.ts';
import { conversationStarted, conversationId as idType, widgetAccess } from '../contract.ts';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import { claimedIn } from '../runtime/effect-carrier.ts';
import type { ClaimedEffect } from '../runtime/effect-store.ts';
import { takeFlowTurn } from '../runtime/flow-turn.ts';
import { Thread } from '../runtime/thread.ts';
import { lockThreadRow } from '../runtime/thread-row.ts';
import { writeThread } from '../runtime/write-thread.ts';
import { ChatRefusal } from './chat-refusal.ts';
import { chatRoute } from './chat-route.ts';
import { conversationOpenedBefore, insertConversation } from './insert-conversation.ts';
import { messageJson } from './message-json.ts';
import { RateLimit } from './rate-limit.ts';
import { parseJson, readText } from './read-json.ts';
import { sessionBody } from './session-body.ts';
import { readSession } from './session-view.ts';
import { type SessionRequest, sessionVisitor } from './session-visitor.ts';
import { settled } from './settled.ts';

const perMinute = 60;
/** A server speaks for many visitors, from one address. */
const perMinuteOfServers = 600;

/** A visitor opens a conversation, and hears what the bot says first. */
export function openSession(deps: ChatDeps): Route {
  const [visitors, servers] = [new RateLimit(perMinute), new RateLimit(perMinuteOfServers)];
  return chatRoute(
    { method: 'POST', path: '/api/v1/chat/{chatbotId}/sessions' },
    async ({ request, params, system }) => {
      const { headers } = request;
      const text = await readText(request);
      const body = parseJson(text, sessionBody);
      const limit = body.channel === 'api' ? servers : visitors;
      if (system.clientAddress !== undefined) limit.take(system.clientAddress, system.now().getTime());
      const { workspaceId, chatbotId } = await findAddress(system, params.chatbotId ?? '');
      const opened = await system.inWorkspace(workspaceId, ctx => open(ctx, deps, { chatbotId, body, text, headers }));
      const session = { workspaceId, conversationId: opened.id };
      await settled(deps.carrier.start(system, session, opened.claimed));
      const view = await system.inWorkspace(workspaceId, ctx => readSession(ctx, opened.id, 0));
      return Response.json(
        {
          sessionId: idType.encode(opened.id),
          token: deps.sessionTokens.issue(session, system.now().getTime()),
          visitorId: view.visitorId,
          messages: view.messages.map(messageJson),
          input: view.input,
          status: view.status,
          lastSeq: view.lastSeq,
        },
        { status: 201 },
      );
    },
  );
}

async function findAddress(
  system: PublicContext,
  id: string,
): Promise<{ readonly workspaceId: string; readonly chatbotId: string }> {
  const chatbotId = chatbotIdType.decode(id);
  if (chatbotId === undefined) throw noSuchChatbot();
  const [address] = await system.sql<{ workspace_id: string }>`
    select workspace_id from chat_addresses where chatbot_id = ${chatbotId}`;
  if (address === undefined) throw noSuchChatbot();
  return { workspaceId: address.workspace_id, chatbotId };
}

function noSuchChatbot(): ChatRefusal {
  return new ChatRefusal(404, 'There is no such chatbot.');
}

interface Opened {
  readonly id: string;
  readonly claimed: readonly ClaimedEffect[];
}

async function open(ctx: CallContext, deps: ChatDeps, request: SessionRequest): Promise<Opened> {
  const { chatbotId, body, headers } = request;
  const origin = headers.get('origin');
  if (origin !== null && (await ctx.find(widgetAccess)?.allows(chatbotId, origin)) === false) {
    throw new ChatRefusal(403, 'This website may not use this chatbot.');
  }
  const { name, disabled, publishedVersionId } = await ctx.use(chatbotDirectory).get(chatbotId);
  if (disabled) throw new Fault('conflict', 'This chatbot is disabled.');
  if (publishedVersionId === null) throw new Fault('conflict', 'This chatbot was never published.');
  const visitor = await sessionVisitor(ctx, request);
  const bot = { id: chatbotIdType.encode(chatbotId), name };
  const id = await insertConversation(ctx, { chatbotId, versionId: publishedVersionId, body, visitor, bot });
  if (id === undefined) return { id: await conversationOpenedBefore(ctx, { chatbotId, body, visitor }), claimed: [] };
  return begin(ctx, deps, id);
}

/** The flow takes its first turn, behind the greeting of whoever answers what it cannot use. */
async function begin(ctx: CallContext, deps: ChatDeps, id: string): Promise<Opened> {
  const row = await lockThreadRow(ctx, id);
  if (row === undefined) throw new Error('The conversation that was just written is not there.');
  const thread = new Thread(row, ctx.now());
  const greeting = (await answerPolicy(ctx, thread))?.greeting ?? null;
  if (greeting !== null) thread.say({ from: 'bot', type: 'text', body: { text: greeting } });
  await takeFlowTurn(ctx, deps.versions, thread, { kind: 'start' });
  ctx.emit(conversationStarted, {
    conversationId: id,
    chatbotId: row.chatbot_id,
    visitorId: row.visitor_id,
    channel: row.channel,
    flowVersionId: row.flow_version_id,
  });
  await writeThread(ctx, thread, { secrets: deps.secrets, claims: true, clientMessageId: null });
  return { id, claimed: claimedIn(thread, null) };
}
