import type { CallContext } from '@conferbot/plugin';
import type { Thread } from './thread.ts';

/** Lists travel as JSON, so that one statement takes any number of rows. */
export async function writeMessages(ctx: CallContext, { id, messages }: Thread): Promise<void> {
  if (messages.length === 0) return;
  await ctx.sql`
    insert into conversation_messages (workspace_id, conversation_id, seq, "from", type, node_id, body, created_at,
      client_message_id)
    select ${ctx.workspace.id}::uuid, ${id}::uuid, seq, "from", type, node_id, body, created_at, client_message_id
    from jsonb_to_recordset(${{ rows: messages }}::jsonb->'rows')
      as row(seq int, "from" text, type text, node_id text, body jsonb, created_at timestamptz, client_message_id text)`;
}

export async function writeAnswers(ctx: CallContext, { id, before, answers }: Thread): Promise<void> {
  if (answers.length === 0) return;
  const rows = answers.map(({ nodeId, key, value, question, at }, index) => ({
    ordinal: before.answer_count + index + 1,
    node_id: nodeId,
    key,
    value,
    question,
    answered_at: new Date(at),
  }));
  await ctx.sql`
    insert into conversation_answers (workspace_id, conversation_id, ordinal, node_id, key, value, question, answered_at)
    select ${ctx.workspace.id}::uuid, ${id}::uuid, ordinal, node_id, key, coalesce(value, 'null'), question, answered_at
    from jsonb_to_recordset(${{ rows }}::jsonb->'rows')
      as row(ordinal int, node_id text, key text, value jsonb, question text, answered_at timestamptz)`;
}

/** A node that was entered in an earlier turn has its row already: there it is left. */
export async function writeVisits(ctx: CallContext, { id, before, visits }: Thread): Promise<void> {
  const entered = visits.filter(visit => visit.enteredAt !== undefined);
  const left = visits.filter(visit => visit.enteredAt === undefined && visit.exitedAt !== undefined);
  if (left.length > 0) await writeExits(ctx, id, left);
  if (entered.length === 0) return;
  const rows = entered.map((visit, index) => ({
    ordinal: before.visit_count + index + 1,
    node_id: visit.nodeId,
    node_type: visit.nodeType,
    visit: visit.visit,
    entered_at: new Date(visit.enteredAt ?? 0),
    exited_at: visit.exitedAt === undefined ? null : new Date(visit.exitedAt),
    exit: visit.exit ?? null,
    edge_id: visit.edgeId ?? null,
  }));
  await ctx.sql`
    insert into conversation_visits (workspace_id, conversation_id, ordinal, node_id, node_type, visit, entered_at,
      exited_at, exit, edge_id)
    select ${ctx.workspace.id}::uuid, ${id}::uuid, ordinal, node_id, node_type, visit, entered_at, exited_at, exit, edge_id
    from jsonb_to_recordset(${{ rows }}::jsonb->'rows')
      as row(ordinal int, node_id text, node_type text, visit int, entered_at timestamptz, exited_at timestamptz,
        exit text, edge_id text)`;
}

async function writeExits(ctx: CallContext, id: string, left: Thread['visits']): Promise<void> {
  const rows = left.map(visit => ({
    node_id: visit.nodeId,
    visit: visit.visit,
    exited_at: new Date(visit.exitedAt ?? 0),
    exit: visit.exit ?? null,
    edge_id: visit.edgeId ?? null,
  }));
  await ctx.sql`
    update conversation_visits as known
    set exited_at = row.exited_at, exit = row.exit, edge_id = row.edge_id
    from jsonb_to_recordset(${{ rows }}::jsonb->'rows')
      as row(node_id text, visit int, exited_at timestamptz, exit text, edge_id text)
    where known.conversation_id = ${id} and known.node_id = row.node_id and known.visit = row.visit`;
}
