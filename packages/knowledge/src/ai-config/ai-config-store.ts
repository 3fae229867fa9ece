import { isDeepStrictEqual } from 'node:util';
import { chatbotDirectory } from '@conferbot/chatbots/contract';
import type { AnswerMode } from '@conferbot/conversations/contract';
import type { CallContext } from '@conferbot/plugin';

/** A row of `ai_configs`. */
export interface AiConfigRow {
  readonly enabled: boolean;
  readonly mode: AnswerMode;
  /** Said before the first message of the flow where it is set. */
  readonly greeting_override: string | null;
  readonly updated_at: string;
}

/** What is given changes. */
export interface AiConfigChange {
  readonly enabled?: boolean | undefined;
  readonly mode?: AnswerMode | undefined;
  readonly greetingOverride?: string | null | undefined;
}

/** How a chatbot starts. */
const defaults = { enabled: false, mode: 'ai_first', greeting_override: null } as const;

/**
 * The AI config as it is. A chatbot that is older than this plugin has none yet, and reads as a new one does.
 *
 * @throws Fault `not_found`
 */
export async function readAiConfig(ctx: CallContext, chatbotId: string): Promise<AiConfigRow> {
  const [row] = await ctx.sql<AiConfigRow>`
    select enabled, mode, greeting_override, updated_at from ai_configs where chatbot_id = ${chatbotId}`;
  if (row !== undefined) return row;
  await ctx.use(chatbotDirectory).get(chatbotId);
  return { ...defaults, updated_at: ctx.now().toISOString() };
}

/** Gives a chatbot its AI config; nothing happens to the one that it has. */
export async function insertAiConfig(ctx: CallContext, chatbotId: string): Promise<void> {
  await ctx.sql`
    insert into ai_configs (workspace_id, chatbot_id, enabled, mode, greeting_override, updated_at)
    values (${ctx.workspace.id}, ${chatbotId}, ${defaults.enabled}, ${defaults.mode}, ${defaults.greeting_override},
      ${ctx.now()})
    on conflict do nothing`;
}

/** Changes the AI config of a chatbot that exists. */
export async function changeAiConfig(
  ctx: CallContext,
  chatbotId: string,
  { enabled, mode, greetingOverride }: AiConfigChange,
): Promise<AiConfigRow> {
  await insertAiConfig(ctx, chatbotId);
  const [before] = await ctx.sql<AiConfigRow>`
    select enabled, mode, greeting_override, updated_at from ai_configs where chatbot_id = ${chatbotId} for update`;
  if (before === undefined) throw new Error('The AI config that was just inserted is gone.');
  const after: AiConfigRow = {
    enabled: enabled ?? before.enabled,
    mode: mode ?? before.mode,
    greeting_override: greetingOverride === undefined ? before.greeting_override : greetingOverride,
    updated_at: before.updated_at,
  };
  if (isDeepStrictEqual(after, before)) return before;
  const now = ctx.now();
  await ctx.sql`
    update ai_configs set enabled = ${after.enabled}, mode = ${after.mode},
      greeting_override = ${after.greeting_override}, updated_at = ${now}
    where chatbot_id = ${chatbotId}`;
  return { ...after, updated_at: now.toISOString() };
}
