import { chatbotDirectory } from '@conferbot/chatbots/contract';
import type { CallContext, Page } from '@conferbot/plugin';
import { dateRange } from '../contract/date-range.ts';
import { type KeysetSource, keysetPage, type PageRequest } from '../keyset-page.ts';
import type { TicketStatus } from './ticket-status.ts';
import { type TicketRow, type TicketView, ticketView } from './ticket-view.ts';
import { readPreviews } from './transcript-preview.ts';

interface TicketFilter {
  /** uuid */
  readonly chatbotId: string;
  readonly status?: TicketStatus | undefined;
}

/** One page of the tickets of a chatbot, newest first. @throws Fault `not_found` */
export async function listTicketPage(
  ctx: CallContext,
  filter: TicketFilter,
  page: PageRequest,
): Promise<Page<TicketView>> {
  await ctx.use(chatbotDirectory).get(filter.chatbotId);
  const { data, pagination } = await keysetPage(page, dateRange({}, ctx.workspace), source(ctx, filter), row => row);
  const previews = await readPreviews(
    ctx,
    data.map(row => row.conversation_id),
  );
  return { data: data.map(row => ticketView(row, previews.get(row.conversation_id) ?? [])), pagination };
}

function source(ctx: CallContext, filter: TicketFilter): KeysetSource<TicketRow> {
  const { chatbotId } = filter;
  const status = filter.status ?? null;
  return {
    keyOf: ({ created_at, id }) => ({ at: created_at, id }),
    rows: ({ at, id }, limit, offset) => ctx.sql<TicketRow>`
      select id, number, chatbot_id, conversation_id, subject, status, priority, assignee, created_at, updated_at,
        closed_at, first_response_at
      from tickets
      where chatbot_id = ${chatbotId} and (created_at, id) < (${at}::timestamptz, ${id}::uuid)
        and (${status}::text is null or status = ${status})
      order by created_at desc, id desc limit ${limit} offset ${offset}`,
    async count() {
      const [row] = await ctx.sql<{ total: number }>`
        select count(*)::int as total from tickets
        where chatbot_id = ${chatbotId} and (${status}::text is null or status = ${status})`;
      return row?.total ?? 0;
    },
  };
}
