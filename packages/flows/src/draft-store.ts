import { chatbotDirectory } from '@conferbot/chatbots/contract';
import type { FlowGraph } from '@conferbot/flow-engine';
import type { CallContext } from '@conferbot/plugin';
import { seedFlow } from './seed-flow.ts';

/** A row of `flow_drafts`; its graph has its secrets sealed. */
export interface DraftRow {
  readonly revision: number;
  readonly graph: FlowGraph;
  readonly updated_at: string;
}

/**
 * The draft as it is. A chatbot that is older than this plugin has none yet, and reads as a new one does.
 *
 * @throws Fault `not_found`
 */
export async function readDraft(ctx: CallContext, chatbotId: string): Promise<DraftRow> {
  const [row] = await ctx.sql<DraftRow>`
    select revision, graph, updated_at from flow_drafts where chatbot_id = ${chatbotId}`;
  if (row !== undefined) return row;
  await ctx.use(chatbotDirectory).get(chatbotId);
  return { revision: 1, graph: seedFlow, updated_at: ctx.now().toISOString() };
}

/**
 * The draft, locked until the call ends: who edits, saves or publishes the flow of a chatbot does so alone.
 *
 * @throws Fault `not_found`
 */
export async function lockDraft(ctx: CallContext, chatbotId: string): Promise<DraftRow> {
  const [row] = await selectForUpdate(ctx, chatbotId);
  if (row !== undefined) return row;
  await ctx.use(chatbotDirectory).get(chatbotId);
  await insertDraft(ctx, chatbotId, seedFlow);
  const [inserted] = await selectForUpdate(ctx, chatbotId);
  if (inserted === undefined) throw new Error('The draft that was just inserted is gone.');
  return inserted;
}

function selectForUpdate(ctx: CallContext, chatbotId: string): Promise<DraftRow[]> {
  return ctx.sql<DraftRow>`
    select revision, graph, updated_at from flow_drafts where chatbot_id = ${chatbotId} for update`;
}

/** Writes the first revision; nothing happens where there is one. */
export async function insertDraft(ctx: CallContext, chatbotId: string, graph: FlowGraph): Promise<void> {
  await ctx.sql`
    insert into flow_drafts (workspace_id, chatbot_id, revision, graph, updated_at)
    values (${ctx.workspace.id}, ${chatbotId}, 1, ${graph}, ${ctx.now()})
    on conflict do nothing`;
}

/** Writes the next revision of a locked draft. */
export async function writeDraft(ctx: CallContext, chatbotId: string, graph: FlowGraph): Promise<DraftRow> {
  const [row] = await ctx.sql<DraftRow>`
    update flow_drafts set revision = revision + 1, graph = ${graph}, updated_at = ${ctx.now()}
    where chatbot_id = ${chatbotId}
    returning revision, graph, updated_at`;
  if (row === undefined) throw new Error('The draft that was locked is gone.');
  return row;
}
