import type { CallContext } from '@conferbot/plugin';

/** The next number of the workspace. One transaction at a time gets one; where it is undone the number stays unused. */
export async function nextTicketNumber(ctx: CallContext): Promise<number> {
  const [row] = await ctx.sql<{ last_number: number }>`
    insert into ticket_numbers (workspace_id, last_number) values (${ctx.workspace.id}, 1)
    on conflict (workspace_id) do update set last_number = ticket_numbers.last_number + 1
    returning last_number`;
  if (row === undefined) throw new Error('No ticket number came back.');
  return row.last_number;
}
