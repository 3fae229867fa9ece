import type { CallContext } from '@conferbot/plugin';
import { dateRange } from '../contract/date-range.ts';
import type { ConversationCounts, ConversationHistory, NodeCounts } from '../contract.ts';
import { listResponsePage } from '../response-list.ts';

interface CountsRow extends Omit<ConversationCounts, 'goodRatings'> {
  readonly good_ratings: number;
}

interface NodeRow {
  readonly flow_version_id: string;
  readonly node_id: string;
  readonly node_type: string;
  readonly reached: number;
  readonly left: number;
}

/** Counts over the rows of conversations, which begin when they are created: the index of lists finds them. */
export class History implements ConversationHistory {
  readonly #ctx: CallContext;

  constructor(ctx: CallContext) {
    this.#ctx = ctx;
  }

  async counts(chatbotId: string, from: Date, to: Date): Promise<readonly ConversationCounts[]> {
    const rows = await this.#ctx.sql<CountsRow>`
      select channel, count(*)::int as views,
        count(*) filter (where begun)::int as starts,
        count(*) filter (where answered)::int as responses,
        count(*) filter (where answered and status = 'completed')::int as completions,
        count(*) filter (where met)::int as handovers,
        count(*) filter (where ended and not met)::int as contained,
        count(*) filter (where ended)::int as ended,
        count(*) filter (where begun and status = 'abandoned')::int as abandoned,
        count(rating)::int as ratings,
        count(*) filter (where rating >= 4)::int as good_ratings,
        coalesce(array_agg(seconds) filter (where ended and begun), '{}') as durations
      from (
        select channel, status, rating, first_answer_at is not null as answered,
          visitor_messages > 0 or first_answer_at is not null as begun,
          handover_at is not null or ticket_id is not null or agent_messages > 0 as met,
          status in ('completed', 'abandoned', 'failed', 'closed') as ended,
          extract(epoch from last_message_at - started_at)::float8 as seconds
        from conversations
        where chatbot_id = ${chatbotId} and created_at >= ${from} and created_at < ${to}) as c
      group by channel order by channel`;
    return rows.map(({ good_ratings: goodRatings, ...row }) => ({ ...row, goodRatings }));
  }

  async nodes(chatbotId: string, from: Date, to: Date): Promise<readonly NodeCounts[]> {
    const rows = await this.#ctx.sql<NodeRow>`
      select flow_version_id, node_id, min(node_type) as node_type, count(*)::int as reached,
        count(*) filter (where went_on)::int as "left"
      from (
        select c.flow_version_id, v.node_id, min(v.node_type) as node_type,
          coalesce(bool_or(v.exit in ('edge', 'jump', 'skipped', 'end') or v.node_type = 'human-handover-node'), false)
            as went_on,
          c.status in ('waiting_human', 'human') and bool_or(v.exited_at is null) as is_there
        from conversations c join conversation_visits v on v.conversation_id = c.id
        where c.chatbot_id = ${chatbotId} and c.created_at >= ${from} and c.created_at < ${to} and c.status <> 'active'
        group by c.flow_version_id, c.id, c.status, v.node_id) as passes
      where went_on or not is_there
      group by flow_version_id, node_id order by flow_version_id, node_id`;
    return rows.map(row => ({
      flowVersionId: row.flow_version_id,
      nodeId: row.node_id,
      nodeType: row.node_type,
      reached: row.reached,
      left: row.left,
    }));
  }

  async quarters(chatbotId: string): Promise<readonly Date[]> {
    const rows = await this.#ctx.sql<{ quarter: string }>`
      select distinct date_bin('15 minutes', created_at, '2000-01-01') as quarter
      from conversations where chatbot_id = ${chatbotId} order by quarter`;
    return rows.map(({ quarter }) => new Date(quarter));
  }

  async responses(chatbotId: string, limit: number): Promise<readonly object[]> {
    const everything = dateRange({}, this.#ctx.workspace);
    return (await listResponsePage(this.#ctx, { chatbotId, ...everything }, { page: 1, limit })).data;
  }
}
