import { type CallContext, Fault, newUuid } from '@conferbot/plugin';
import { categoryId } from '../contract.ts';
import { nameKey } from './category-fields.ts';
import type { CategoryRow } from './category-view.ts';

export interface NewCategory {
  readonly name: string;
  readonly description?: string | undefined;
  readonly icon?: string | undefined;
  readonly color?: string | undefined;
  /** Undefined: after the others. */
  readonly order?: number | undefined;
}

/** @throws Fault `conflict` when the chatbot has one of this name */
export async function insertCategory(
  ctx: CallContext,
  chatbotId: string,
  { name, description = '', icon, color, order }: NewCategory,
): Promise<CategoryRow> {
  const now = ctx.now();
  const [row] = await ctx.sql<CategoryRow>`
    insert into knowledge_categories
      (workspace_id, id, chatbot_id, name, name_key, description, icon, color, position, created_at)
    values (${ctx.workspace.id}, ${newUuid(now.getTime())}, ${chatbotId}, ${name}, ${nameKey(name)}, ${description},
      ${icon ?? null}, ${color ?? null},
      coalesce(${order ?? null}::int,
        (select coalesce(max(position), 0) + 1 from knowledge_categories where chatbot_id = ${chatbotId})),
      ${now})
    on conflict (workspace_id, chatbot_id, name_key) do nothing
    returning id, name, description, icon, color, position, 0 as article_count`;
  return row ?? refuseName(ctx, chatbotId, name);
}

async function refuseName(ctx: CallContext, chatbotId: string, name: string): Promise<never> {
  const [taken] = await ctx.sql<{ id: string }>`
    select id from knowledge_categories where chatbot_id = ${chatbotId} and name_key = ${nameKey(name)}`;
  const existing = taken === undefined ? 'another category' : `the category ${categoryId.encode(taken.id)}`;
  throw new Fault('conflict', `This name belongs to ${existing} already; case makes no difference.`, {
    fix: 'Put articles into that one, or give another name.',
    details: [{ path: 'name', message: `It belongs to ${existing}.` }],
  });
}
