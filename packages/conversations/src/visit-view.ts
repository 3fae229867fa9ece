import type { CallContext } from '@conferbot/plugin';
import { z } from 'zod';
import { secondsBetween } from './conversation-view.ts';
import { cutPart } from './cut-part.ts';

interface VisitRow {
  readonly node_id: string;
  readonly node_type: string;
  readonly entered_at: string;
  readonly exited_at: string | null;
  readonly exit: string | null;
}

export const pathOutput = z
  .array(z.looseObject({}))
  .describe(
    'Passes through nodes, in order: nodeId, nodeType, enteredAt, exitedAt, dwellSeconds, exitType (edge, jump, end, skipped, failed); the last three null while it waits.',
  );

export interface VisitView {
  readonly nodeId: string;
  readonly nodeType: string;
  readonly enteredAt: string;
  readonly exitedAt: string | null;
  readonly dwellSeconds: number | null;
  readonly exitType: string | null;
  readonly [member: string]: unknown;
}

/** As many passes through nodes after so many as fit in so many bytes, in order. */
export async function readPath(
  ctx: CallContext,
  conversationId: string,
  { after, bytes }: { readonly after: number; readonly bytes: number },
): Promise<VisitView[]> {
  const rows = await ctx.sql<VisitRow>`
    select node_id, node_type, entered_at, exited_at, exit from conversation_visits
    where conversation_id = ${conversationId} and ordinal > ${after}
    order by ordinal limit ${Math.ceil(bytes / 100)}`;
  return [...cutPart(rows.map(visitView), bytes)];
}

/** The last pass through a node. */
export async function readLastVisit(ctx: CallContext, conversationId: string): Promise<VisitView | undefined> {
  const [row] = await ctx.sql<VisitRow>`
    select node_id, node_type, entered_at, exited_at, exit from conversation_visits
    where conversation_id = ${conversationId} order by ordinal desc limit 1`;
  return row === undefined ? undefined : visitView(row);
}

function visitView({ node_id, node_type, entered_at, exited_at, exit }: VisitRow): VisitView {
  return {
    nodeId: node_id,
    nodeType: node_type,
    enteredAt: entered_at,
    exitedAt: exited_at,
    dwellSeconds: exited_at === null ? null : secondsBetween(entered_at, exited_at),
    exitType: exit,
  };
}
