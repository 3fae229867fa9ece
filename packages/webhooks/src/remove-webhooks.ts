import type { CallContext } from '@conferbot/plugin';

/** Removes webhooks of the workspace with their logs. They must be locked. @returns how many deliveries went */
export async function removeWebhooks(ctx: CallContext, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  await ctx.sql`
    delete from webhook_attempts where delivery_id in (
      select id from webhook_deliveries where webhook_id = any(${ids}::uuid[]))`;
  const [gone] = await ctx.sql<{ count: number }>`
    with gone as (delete from webhook_deliveries where webhook_id = any(${ids}::uuid[]) returning 1)
    select count(*)::int as count from gone`;
  await ctx.sql`delete from webhook_alarms where webhook_id = any(${ids}::uuid[])`;
  await ctx.sql`delete from webhooks where id = any(${ids}::uuid[])`;
  return gone?.count ?? 0;
}
