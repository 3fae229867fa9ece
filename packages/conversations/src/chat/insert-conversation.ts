import { randomBytes } from 'node:crypto';
import { type JsonObject, startState } from '@conferbot/flow-engine';
import { type CallContext, Fault, newUuid } from '@conferbot/plugin';
import type { SessionBody } from './session-body.ts';
import { given, type SessionVisitor } from './session-visitor.ts';

/** A call to open a conversation that comes again so soon is taken for the same. */
const sameCallMs = 10 * 60_000;

export interface NewConversation {
  readonly chatbotId: string;
  readonly versionId: string;
  readonly body: SessionBody;
  readonly visitor: SessionVisitor;
  readonly bot: JsonObject;
}

/** @returns uuid; undefined where a conversation has the `clientSessionId` already. */
export async function insertConversation(
  ctx: CallContext,
  { chatbotId, versionId, body, visitor, bot }: NewConversation,
): Promise<string | undefined> {
  const now = ctx.now();
  const id = newUuid(now.getTime());
  const { fields } = visitor;
  const meta = given(body.meta);
  const state = startState({ seed: randomBytes(4).readInt32BE(), visitor: fields, session: { ...meta, bot } });
  const inserted = await ctx.sql`
    insert into conversations (workspace_id, id, chatbot_id, visitor_id, status, channel, flow_version_id, state,
      started_at, last_message_at, last_visitor_at, visitor, meta, created_at, updated_at, verified_by,
      client_session_id)
    values (${ctx.workspace.id}, ${id}, ${chatbotId}, ${visitor.id}, 'active', ${body.channel}, ${versionId}, ${state},
      ${now}, ${now}, ${now}, ${fields}, ${meta}, ${now}, ${now}, ${visitor.verifiedBy},
      ${body.clientSessionId ?? null})
    on conflict on constraint conversations_client_session do nothing
    returning id`;
  return inserted.length === 0 ? undefined : id;
}

interface Earlier {
  readonly id: string;
  readonly visitor_id: string;
  readonly verified_by: string | null;
  readonly channel: string;
  readonly created_at: string;
}

/**
 * The conversation that the same call opened before.
 *
 * @throws Fault `conflict` where it is another visitor's, or too long ago
 */
export async function conversationOpenedBefore(
  ctx: CallContext,
  { chatbotId, body, visitor }: Pick<NewConversation, 'chatbotId' | 'body' | 'visitor'>,
): Promise<string> {
  const [earlier] = await ctx.sql<Earlier>`
    select id, visitor_id, verified_by, channel, created_at from conversations
    where chatbot_id = ${chatbotId} and client_session_id = ${body.clientSessionId ?? null}`;
  const isNamed = body.visitorId !== undefined || visitor.verifiedBy !== null;
  const isSame =
    earlier?.channel === body.channel &&
    earlier.verified_by === visitor.verifiedBy &&
    (!isNamed || earlier.visitor_id === visitor.id) &&
    Date.parse(earlier.created_at) + sameCallMs > ctx.now().getTime();
  if (isSame) return earlier.id;
  throw new Fault('conflict', 'Another conversation was opened with this clientSessionId.', {
    fix: 'Make a new UUID for each conversation.',
  });
}
