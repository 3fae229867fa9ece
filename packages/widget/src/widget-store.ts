import { chatbotDirectory } from '@conferbot/chatbots/contract';
import type { CallContext } from '@conferbot/plugin';
import { insertChannels } from './channels/channel-store.ts';
import type { WidgetConfig } from './client/chat-config.ts';

/** A row of `widget_configs`. */
export interface WidgetRow {
  /** What the owner says. */
  readonly config: WidgetConfig;
  /** Websites that may show the chatbot; empty: all. */
  readonly allowed_origins: readonly string[];
  readonly revision: number;
  readonly updated_at: string;
}

/**
 * The widget as it is. A chatbot that is older than this plugin has none yet, and reads as a new one does.
 *
 * @throws Fault `not_found`
 */
export async function readWidget(ctx: CallContext, chatbotId: string): Promise<WidgetRow> {
  const [row] = await ctx.sql<WidgetRow>`
    select config, allowed_origins, revision, updated_at from widget_configs where chatbot_id = ${chatbotId}`;
  if (row !== undefined) return row;
  await ctx.use(chatbotDirectory).get(chatbotId);
  return { config: {}, allowed_origins: [], revision: 1, updated_at: ctx.now().toISOString() };
}

/**
 * The widget, locked until the call ends.
 *
 * @throws Fault `not_found`
 */
export async function lockWidget(ctx: CallContext, chatbotId: string): Promise<WidgetRow> {
  const [row] = await selectForUpdate(ctx, chatbotId);
  if (row !== undefined) return row;
  await ctx.use(chatbotDirectory).get(chatbotId);
  await insertWidget(ctx, chatbotId);
  const [inserted] = await selectForUpdate(ctx, chatbotId);
  if (inserted === undefined) throw new Error('The widget that was just inserted is gone.');
  return inserted;
}

function selectForUpdate(ctx: CallContext, chatbotId: string): Promise<WidgetRow[]> {
  return ctx.sql<WidgetRow>`
    select config, allowed_origins, revision, updated_at from widget_configs
    where chatbot_id = ${chatbotId} for update`;
}

/** Gives a chatbot its widget, channels and address on the web; nothing happens to what it has. */
export async function insertWidget(ctx: CallContext, chatbotId: string): Promise<void> {
  await ctx.sql`
    insert into widget_configs (workspace_id, chatbot_id, config, allowed_origins, revision, updated_at)
    values (${ctx.workspace.id}, ${chatbotId}, '{}', '[]', 1, ${ctx.now()})
    on conflict do nothing`;
  await ctx.sql`
    insert into widget_addresses (workspace_id, chatbot_id) values (${ctx.workspace.id}, ${chatbotId})
    on conflict do nothing`;
  await insertChannels(ctx, chatbotId);
}

/** Writes the next revision of a locked widget. */
export async function writeWidget(
  ctx: CallContext,
  chatbotId: string,
  { config, allowedOrigins }: { readonly config: WidgetConfig; readonly allowedOrigins: readonly string[] },
): Promise<WidgetRow> {
  const [row] = await ctx.sql<WidgetRow>`
    update widget_configs set config = ${config}, allowed_origins = ${JSON.stringify(allowedOrigins)}::jsonb,
      revision = revision + 1, updated_at = ${ctx.now()}
    where chatbot_id = ${chatbotId}
    returning config, allowed_origins, revision, updated_at`;
  if (row === undefined) throw new Error('The widget that was locked is gone.');
  return row;
}
