import { flowVersionId } from '@conferbot/chatbots/contract';
import type { FlowGraph } from '@conferbot/flow-engine';
import { type CallContext, type Fault, newUuid, notFound } from '@conferbot/plugin';
import type { FlowVersionSummary } from './contract.ts';

/** A row of `flow_versions` without its graph. */
export interface VersionRow {
  readonly id: string;
  readonly chatbot_id: string;
  readonly number: number;
  readonly name: string;
  readonly content_hash: string;
  readonly node_count: number;
  readonly edge_count: number;
  readonly published_at: string | null;
  readonly created_at: string;
  readonly created_by: string;
}

/** Its graph has its secrets sealed. */
export interface WholeVersionRow extends VersionRow {
  readonly graph: FlowGraph;
}

export async function findVersion(ctx: CallContext, id: string): Promise<WholeVersionRow> {
  const [row] = await ctx.sql<WholeVersionRow>`
    select id, chatbot_id, number, name, content_hash, graph, node_count, edge_count, published_at, created_at, created_by
    from flow_versions where id = ${id}`;
  if (row === undefined) throw noSuchVersion(id);
  return row;
}

/** @throws Fault `not_found`, also for a version of another chatbot */
export async function findVersionOf(ctx: CallContext, chatbotId: string, id: string): Promise<WholeVersionRow> {
  const row = await findVersion(ctx, id);
  if (row.chatbot_id !== chatbotId) throw noSuchVersion(id);
  return row;
}

export async function newestVersion(ctx: CallContext, chatbotId: string): Promise<WholeVersionRow | undefined> {
  const [row] = await ctx.sql<WholeVersionRow>`
    select id, chatbot_id, number, name, content_hash, graph, node_count, edge_count, published_at, created_at, created_by
    from flow_versions where chatbot_id = ${chatbotId} order by number desc limit 1`;
  return row;
}

export async function insertVersion(
  ctx: CallContext,
  version: Pick<WholeVersionRow, 'chatbot_id' | 'number' | 'name' | 'content_hash' | 'graph'>,
): Promise<VersionRow> {
  const { chatbot_id, number, name, content_hash, graph } = version;
  const now = ctx.now();
  const [row] = await ctx.sql<VersionRow>`
    insert into flow_versions
      (workspace_id, id, chatbot_id, number, name, content_hash, graph, node_count, edge_count, created_at, created_by)
    values (${ctx.workspace.id}, ${newUuid(now.getTime())}, ${chatbot_id}, ${number}, ${name}, ${content_hash}, ${graph},
      ${graph.nodes.length}, ${graph.edges.length}, ${now}, ${authorOf(ctx)})
    returning id, chatbot_id, number, name, content_hash, node_count, edge_count, published_at, created_at, created_by`;
  if (row === undefined) throw new Error('The version that was just inserted was not returned.');
  return row;
}

export async function markPublished(ctx: CallContext, id: string): Promise<string> {
  const now = ctx.now();
  await ctx.sql`update flow_versions set published_at = ${now} where id = ${id}`;
  return now.toISOString();
}

export function summaryOf(row: VersionRow, publishedVersionId: string | null): FlowVersionSummary {
  return {
    id: row.id,
    chatbotId: row.chatbot_id,
    number: row.number,
    name: row.name,
    contentHash: row.content_hash,
    nodeCount: row.node_count,
    edgeCount: row.edge_count,
    published: row.id === publishedVersionId,
    publishedAt: row.published_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}

function authorOf({ principal }: CallContext): string {
  return principal.kind === 'key' ? principal.name : 'system';
}

function noSuchVersion(id: string): Fault {
  return notFound(
    'flow version',
    flowVersionId.encode(id),
    'Call list_flow_versions to see the versions of this chatbot, or leave versionId out to mean the draft.',
  );
}
