import type { CallContext } from '@conferbot/plugin';
import type { RecentDays } from '../contract/recent-days.ts';
import type { ConversationStatus } from '../contract.ts';

/** What some conversations come to. */
export interface Tally {
  readonly conversations: number;
  readonly messages: number;
  /** The visitor said something. */
  readonly engaged: number;
  /** The flow was followed to its end, with an answer. */
  readonly completed: number;
  /** A person was called, or took part. */
  readonly handovers: number;
  /** Ended without a person. */
  readonly contained: number;
  readonly ratings: number;
  /** Ratings of 4 and 5. */
  readonly satisfied: number;
  readonly rating_sum: number;
}

/** The tally of one group: of a period, of one status or channel in it, or of one day. */
export interface TallyRow extends Tally {
  readonly grouped_by: 'period' | 'status' | 'channel' | 'day';
  /** 0 for the whole period before, else the number of the day, from 1; null where a period is meant. */
  readonly day: number | null;
  readonly is_current: boolean;
  readonly status: ConversationStatus | null;
  readonly channel: string | null;
}

/** Conversations that started in the days, and in the period before, counted in all the ways that a summary needs. */
export function readTallies(
  ctx: CallContext,
  chatbotId: string,
  { bounds, previousFrom }: RecentDays,
): Promise<TallyRow[]> {
  const to = bounds.at(-1) as Date;
  return ctx.sql<TallyRow>`
    with cohort as (
      select width_bucket(created_at, ${bounds}::timestamptz[]) as day, status, channel, rating,
        visitor_messages + bot_messages + agent_messages as messages,
        visitor_messages > 0 as engaged,
        status = 'completed' and first_answer_at is not null and visitor_messages > 0 as completed,
        handover_at is not null or ticket_id is not null or agent_messages > 0 as handed_over,
        status in ('completed', 'abandoned', 'failed', 'closed') as ended
      from conversations
      where chatbot_id = ${chatbotId} and created_at >= ${previousFrom} and created_at < ${to})
    select
      case when grouping(day) = 0 then 'day' when grouping(status) = 0 then 'status'
        when grouping(channel) = 0 then 'channel' else 'period' end as grouped_by,
      day, coalesce(is_current, day > 0) as is_current, status, channel,
      count(*)::int as conversations,
      coalesce(sum(messages), 0)::int as messages,
      count(*) filter (where engaged)::int as engaged,
      count(*) filter (where completed)::int as completed,
      count(*) filter (where handed_over)::int as handovers,
      count(*) filter (where ended and not handed_over)::int as contained,
      count(rating)::int as ratings,
      count(*) filter (where rating >= 4)::int as satisfied,
      coalesce(sum(rating), 0)::int as rating_sum
    from (select *, day > 0 as is_current from cohort) as c
    group by grouping sets ((is_current), (is_current, status), (is_current, channel), (day))`;
}

/** Median seconds from start to last message, of conversations in which the visitor said something. */
export async function readMedianDurations(
  ctx: CallContext,
  chatbotId: string,
  { bounds, previousFrom }: RecentDays,
): Promise<{ readonly current: number | null; readonly previous: number | null }> {
  const [from, to] = [bounds[0] as Date, bounds.at(-1) as Date];
  const rows = await ctx.sql<{ is_current: boolean; seconds: number }>`
    select created_at >= ${from} as is_current,
      percentile_cont(0.5) within group (order by extract(epoch from last_message_at - started_at)::float8) as seconds
    from conversations
    where chatbot_id = ${chatbotId} and created_at >= ${previousFrom} and created_at < ${to} and visitor_messages > 0
    group by 1`;
  const of = (current: boolean) => rows.find(row => row.is_current === current)?.seconds ?? null;
  return { current: of(true), previous: of(false) };
}
