import { defineTool, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import type { WebhookDeps } from '../deps.ts';
import type { OldSecret } from '../entities/webhook.ts';
import { webhookIdField } from '../fields.ts';
import { newSecret, retire } from '../signing-secret.ts';
import { findWebhook, noSuchWebhook } from '../webhook-row.ts';
import { secretOutput, webhookOutput, webhookView } from '../webhook-view.ts';

export function regenerateWebhookSecret({ secrets }: WebhookDeps): Tool {
  return defineTool({
    name: 'regenerate_webhook_secret',
    title: 'Regenerate webhook secret',
    description: "Regenerate a webhook's signing secret, returned once. The old one signs too for 24 hours.",
    safety: { readOnly: false, destructive: true, idempotent: false },
    http: { method: 'POST', path: '/webhooks/{webhookId}/regenerate-secret' },
    input: z.object({ webhookId: webhookIdField }),
    output: webhookOutput.extend({ secret: secretOutput }),
  }).run(async ({ webhookId }, ctx) => {
    const [row] = await ctx.sql<{ secret: string; old_secrets: readonly OldSecret[] }>`
      select secret, old_secrets from webhooks where id = ${webhookId} for update`;
    if (row === undefined) throw noSuchWebhook(webhookId);
    const now = ctx.now();
    const secret = newSecret(secrets, { workspaceId: ctx.workspace.id, webhookId });
    await ctx.sql`
      update webhooks set secret = ${secret.sealed}, secret_hint = ${secret.hint}, updated_at = ${now},
        old_secrets = ${JSON.stringify(retire(row.secret, row.old_secrets, now))}::jsonb
      where id = ${webhookId}`;
    return { ...webhookView(await findWebhook(ctx, webhookId)), secret: secret.text };
  });
}
