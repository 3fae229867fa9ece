import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, Fault, newUuid, type SecretBox } from '@conferbot/plugin';
import { newSecret } from './signing-secret.ts';
import { countWebhooks } from './webhook-list.ts';
import { findWebhook, type WebhookRow } from './webhook-row.ts';

export interface NewWebhook {
  readonly chatbotId: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly description: string;
}

const mostPerChatbot = 20;

/** @throws Fault `not_found`; `limit_exceeded` when the chatbot has as many as it may */
export async function insertWebhook(
  ctx: CallContext,
  secrets: SecretBox,
  { chatbotId, url, events, description }: NewWebhook,
): Promise<{ readonly row: WebhookRow; readonly secret: string }> {
  await ctx.use(chatbotDirectory).get(chatbotId);
  await assertRoom(ctx, chatbotId);
  const id = newUuid();
  const secret = newSecret(secrets, { workspaceId: ctx.workspace.id, webhookId: id });
  const now = ctx.now();
  await ctx.sql`
    insert into webhooks (workspace_id, id, chatbot_id, url, events, description, status, secret, secret_hint,
      old_secrets, created_at, updated_at)
    values (${ctx.workspace.id}, ${id}, ${chatbotId}, ${url}, ${JSON.stringify(events)}::jsonb, ${description},
      'active', ${secret.sealed}, ${secret.hint}, '[]'::jsonb, ${now}, ${now})`;
  return { row: await findWebhook(ctx, id), secret: secret.text };
}

async function assertRoom(ctx: CallContext, chatbotId: string): Promise<void> {
  // Two calls at once would both see room for one more.
  await ctx.sql`select pg_advisory_xact_lock(hashtextextended(${`${chatbotId} webhooks`}, 0))`;
  if ((await countWebhooks(ctx, chatbotId)) < mostPerChatbot) return;
  throw new Fault('limit_exceeded', `The chatbot has ${mostPerChatbot} webhooks, as many as it may.`, {
    fix: 'Remove one with delete_webhook, or add the events to one that is there with update_webhook.',
  });
}
