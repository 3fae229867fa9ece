import { randomBytes } from 'node:crypto';
import { chatbotDirectory, chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { type JsonObject, startState } from '@conferbot/flow-engine';
import { type CallContext, Fault, newUuid, type Route } from '@conferbot/plugin';
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
import { messageJson } from './message-json.ts';
import { RateLimit } from './rate-limit.ts';
import { readJson } from './read-json.ts';
import { type SessionBody, sessionBody } from './session-body.ts';
import { readSession } from './session-view.ts';
import { settled } from './settled.ts';

const perMinute = 60;

/** A visitor opens a conversation, and hears what the bot says first. */
export function openSession(deps: ChatDeps): Route {
  const limit = new RateLimit(perMinute);
  return chatRoute(
    { method: 'POST', path: '/api/v1/chat/{chatbotId}/sessions' },
    async ({ request, params, system }) => {
      if (system.clientAddress !== undefined) limit.take(system.clientAddress, system.now().getTime());
      const body = await readJson(request, sessionBody);
      const chatbotId = chatbotIdType.decode(params.chatbotId ?? '');
      const [address] =
        chatbotId === undefined
          ? []
          : await system.sql<{ workspace_id: string }>`
            select workspace_id from chat_addresses where chatbot_id = ${chatbotId}`;
      if (chatbotId === undefined || address === undefined) throw new ChatRefusal(404, 'There is no such chatbot.');
      const workspaceId = address.workspace_id;
      const origin = request.headers.get('origin');
      const opened = await system.inWorkspace(workspaceId, ctx => open(ctx, deps, chatbotId, body, origin));
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
        },
        { status: 201 },
      );
    },
  );
}

interface Opened {
  readonly id: string;
  readonly claimed: readonly ClaimedEffect[];
}

async function open(
  ctx: CallContext,
  deps: ChatDeps,
  chatbotId: string,
  body: SessionBody,
  origin: string | null,
): Promise<Opened> {
  if (origin !== null && (await ctx.find(widgetAccess)?.allows(chatbotId, origin)) === false) {
    throw new ChatRefusal(403, 'This website may not use this chatbot.');
  }
  const { name, disabled, publishedVersionId } = await ctx.use(chatbotDirectory).get(chatbotId);
  if (disabled) throw new Fault('conflict', 'This chatbot is disabled.');
  if (publishedVersionId === null) throw new Fault('conflict', 'This chatbot was never published.');
  const bot = { id: chatbotIdType.encode(chatbotId), name };
  const id = await insertConversation(ctx, { chatbotId, versionId: publishedVersionId, body, bot });
  const row = await lockThreadRow(ctx, id);
  if (row === undefined) throw new Error('The conversation that was just written is not there.');
  const thread = new Thread(row, ctx.now());
  await takeFlowTurn(ctx, deps.versions, thread, { kind: 'start' });
  ctx.emit(conversationStarted, {
    conversationId: id,
    chatbotId,
    visitorId: row.visitor_id,
    channel: row.channel,
    flowVersionId: publishedVersionId,
  });
  await writeThread(ctx, thread, { secrets: deps.secrets, claims: true, clientMessageId: null });
  return { id, claimed: claimedIn(thread, null) };
}

interface NewConversation {
  readonly chatbotId: string;
  readonly versionId: string;
  readonly body: SessionBody;
  readonly bot: JsonObject;
}

async function insertConversation(
  ctx: CallContext,
  { chatbotId, versionId, body, bot }: NewConversation,
): Promise<string> {
  const now = ctx.now();
  const id = newUuid(now.getTime());
  const visitorId = body.visitorId ?? `vis_${randomBytes(12).toString('base64url')}`;
  const visitor = given(body.visitor);
  const meta = given(body.meta);
  const state = startState({ seed: randomBytes(4).readInt32BE(), visitor, session: { ...meta, bot } });
  await ctx.sql`
    insert into conversations (workspace_id, id, chatbot_id, visitor_id, status, channel, flow_version_id, state,
      started_at, last_message_at, last_visitor_at, visitor, meta, created_at, updated_at)
    values (${ctx.workspace.id}, ${id}, ${chatbotId}, ${visitorId}, 'active', ${body.channel}, ${versionId}, ${state},
      ${now}, ${now}, ${now}, ${visitor}, ${meta}, ${now}, ${now})`;
  return id;
}

function given(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const written = Object.entries(fields).filter((field): field is [string, string] => (field[1] ?? '') !== '');
  return Object.fromEntries(written);
}
