import { chatbotDirectory } from '@conferbot/chatbots/contract';
import type { CallContext, Page } from '@conferbot/plugin';
import { readFirstAnswers } from './answer-store.ts';
import type { DateRange } from './contract/date-range.ts';
import { type KeysetSource, keysetPage, type PageRequest } from './keyset-page.ts';
import { type ResponseRow, responseView } from './response-view.ts';

/** Of one response in a list; get_response has the rest. */
const mostAnswers = 50;
const roomForAnswers = 8_000;

/** One page of the responses of a chatbot, newest first. @throws Fault `not_found` */
export async function listResponsePage(
  ctx: CallContext,
  filter: DateRange & { readonly chatbotId: string },
  page: PageRequest,
): Promise<Page<ReturnType<typeof responseView>>> {
  await ctx.use(chatbotDirectory).get(filter.chatbotId);
  const { data, pagination } = await keysetPage(page, filter, source(ctx, filter), row => row);
  const answers = await readFirstAnswers(
    ctx,
    data.map(({ id }) => id),
    mostAnswers,
  );
  return { data: data.map(row => responseView(row, answers.get(row.id) ?? [], roomForAnswers)), pagination };
}

function source(
  ctx: CallContext,
  { chatbotId, from, to }: DateRange & { readonly chatbotId: string },
): KeysetSource<ResponseRow> {
  return {
    keyOf: ({ first_answer_at, id }) => ({ at: first_answer_at, id }),
    rows: ({ at, id }, limit, offset) => ctx.sql<ResponseRow>`
      select id, chatbot_id, visitor_id, channel, flow_version_id, answer_count, started_at, first_answer_at,
        completed_at, updated_at, visitor, meta
      from conversations
      where chatbot_id = ${chatbotId} and first_answer_at >= ${from}
        and (first_answer_at, id) < (${at}::timestamptz, ${id}::uuid)
      order by first_answer_at desc, id desc limit ${limit} offset ${offset}`,
    async count() {
      const [row] = await ctx.sql<{ total: number }>`
        select count(*)::int as total from conversations
        where chatbot_id = ${chatbotId} and first_answer_at >= ${from} and first_answer_at < ${to}`;
      return row?.total ?? 0;
    },
  };
}
