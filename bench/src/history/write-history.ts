import type pg from 'pg';
import { inWorkspace } from './in-workspace.ts';

/** Conversations of a chatbot that went through {@link twoQuestions}, spread evenly over some time. */
export interface HistoryOptions {
  readonly workspaceId: string;
  readonly chatbotId: string;
  readonly flowVersionId: string;
  readonly count: number;
  readonly from: Date;
  readonly to: Date;
}

const mostAtOnce = 50_000;

/**
 * Writes rows as the product leaves them when a conversation is over, their messages left out. All ids are uuids. Of ten conversations five were completed, two left at the second question, two at the first, and one went to a
 * person and was rated.
 */
export async function writeHistory(client: pg.Client, options: HistoryOptions): Promise<void> {
  const { workspaceId, chatbotId, flowVersionId, count, from, to } = options;
  for (let first = 0; first < count; first += mostAtOnce) {
    const last = Math.min(count, first + mostAtOnce) - 1;
    const values = [workspaceId, chatbotId, flowVersionId, from, to, count, first, last];
    await inWorkspace(client, workspaceId, () => client.query(statement, values));
  }
  await client.query('analyze conversations, conversation_answers, conversation_visits');
}

/** Ids are made of the time, as those of the product are: a thousandth of a second, then a number. */
const statement = `
with lived as (
  select n, at, to_char(n, 'FM0000000') as number,
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid as id,
    case when n % 10 < 5 then 'completed' when n % 10 < 9 then 'abandoned' else 'closed' end as status,
    case when n % 10 < 5 then 2 when n % 10 in (7, 8) then 0 else 1 end as answers,
    case when n % 20 < 15 then 'web' when n % 20 < 18 then 'mobile' else 'api' end as channel,
    at + (20 + n % 400) * interval '1 second' as over
  from (
    select n::int, $4::timestamptz + n * (($5::timestamptz - $4::timestamptz) / $6::int) as at
    from generate_series($7::int, $8::int) as n) as numbered
), written as (
  insert into conversations (workspace_id, id, chatbot_id, visitor_id, status, channel, flow_version_id, state, last_seq,
    visitor_messages, bot_messages, answer_count, visit_count, started_at, last_message_at, last_visitor_at, handover_at,
    first_answer_at, ended_at, completed_at, rating, visitor, meta, created_at, updated_at)
  select $1::uuid, id, $2::uuid, 'visitor-' || number, status, channel, $3::uuid, '{}', 2 + 2 * answers, answers,
    2 + answers, answers, case status when 'completed' then 4 else answers + 2 end, at, over, over,
    case status when 'closed' then at end, case when answers > 0 then at + interval '5 seconds' end, over,
    case status when 'completed' then over end, case status when 'closed' then 4 + n % 2 end,
    jsonb_build_object('name', 'Ada ' || number), '{"page":"https://example.com/prices","locale":"en"}', at, over
  from lived
), answered as (
  insert into conversation_answers (workspace_id, conversation_id, ordinal, node_id, key, value, question, answered_at)
  select $1::uuid, id, ordinal, step, step,
    to_jsonb(case step when 'name' then 'Ada ' || number else 'ada.' || number || '@example.com' end),
    case step when 'name' then 'Who are you?' else 'Your e-mail?' end, at + ordinal * interval '5 seconds'
  from lived join unnest('{name,email}'::text[]) with ordinality as steps(step, ordinal) on ordinal <= answers
)
insert into conversation_visits (workspace_id, conversation_id, ordinal, node_id, node_type, visit, entered_at, exited_at,
  exit)
select $1::uuid, id, ordinal, node_id, node_type, 1, at, case when has_left then over end,
  case when not has_left then null when node_id = 'bye' then 'end' else 'edge' end
from lived
  cross join lateral (select case status when 'completed' then 4 else answers + 2 end as visits) as v
  join unnest('{welcome,name,email,bye}'::text[],
    '{welcome-node,ask-name-node,ask-email-node,message-node}'::text[])
    with ordinality as nodes(node_id, node_type, ordinal) on ordinal <= visits
  cross join lateral (select ordinal < visits or status = 'completed' as has_left) as l`;
