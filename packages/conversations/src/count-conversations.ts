import type { CallContext } from '@conferbot/plugin';
import type { DateRange } from './contract/date-range.ts';
import type { ConversationStatus } from './contract.ts';

export interface ConversationFilter extends DateRange {
  /** uuid */
  readonly chatbotId: string;
  readonly status?: ConversationStatus | undefined;
  readonly channel?: string | undefined;
}

/** Counts by statements of their own, since an index alone answers all but the one that asks for a channel. */
export async function countConversations(ctx: CallContext, filter: ConversationFilter): Promise<number> {
  const [row] =
    filter.channel !== undefined
      ? await ofChannel(ctx, filter, filter.channel)
      : filter.status !== undefined
        ? await ofStatus(ctx, filter, filter.status)
        : await ofAll(ctx, filter);
  return row?.total ?? 0;
}

interface Total {
  readonly total: number;
}

function ofAll(ctx: CallContext, { chatbotId, from, to }: ConversationFilter): Promise<Total[]> {
  return ctx.sql<Total>`
    select count(*)::int as total from conversations
    where chatbot_id = ${chatbotId} and created_at >= ${from} and created_at < ${to}`;
}

function ofStatus(
  ctx: CallContext,
  { chatbotId, from, to }: ConversationFilter,
  status: ConversationStatus,
): Promise<Total[]> {
  return ctx.sql<Total>`
    select count(*)::int as total from conversations
    where chatbot_id = ${chatbotId} and status = ${status} and created_at >= ${from} and created_at < ${to}`;
}

function ofChannel(
  ctx: CallContext,
  { chatbotId, from, to, ...filter }: ConversationFilter,
  channel: string,
): Promise<Total[]> {
  const status = filter.status ?? null;
  return ctx.sql<Total>`
    select count(*)::int as total from conversations
    where chatbot_id = ${chatbotId} and created_at >= ${from} and created_at < ${to} and channel = ${channel}
      and (${status}::text is null or status = ${status})`;
}
