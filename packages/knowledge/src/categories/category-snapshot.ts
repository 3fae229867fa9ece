import type { CallContext } from '@conferbot/plugin';
import { z } from 'zod';
import {
  categoryDescriptionField,
  categoryNameField,
  colorField,
  iconField,
  nameKey,
  orderField,
} from './category-fields.ts';
import { readCategories } from './category-list.ts';
import { insertCategory } from './insert-category.ts';

/** A category as an export holds it. */
export const categorySnapshotShape = z.object({
  name: categoryNameField,
  description: categoryDescriptionField.optional(),
  icon: iconField.optional(),
  color: colorField.optional(),
  order: orderField.optional(),
});

export type CategorySnapshot = z.output<typeof categorySnapshotShape>;

/** The categories of a chatbot, in their order. */
export async function categorySnapshots(ctx: CallContext, chatbotId: string): Promise<CategorySnapshot[]> {
  const rows = await readCategories(ctx, chatbotId);
  return rows.map(({ name, description, icon, color, position }) => ({
    name,
    ...(description !== '' && { description }),
    ...(icon !== null && { icon }),
    ...(color !== null && { color }),
    order: position,
  }));
}

/** Writes categories, and returns their uuids by {@link nameKey}. */
export async function restoreCategories(
  ctx: CallContext,
  chatbotId: string,
  snapshots: readonly CategorySnapshot[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const snapshot of snapshots) {
    const { id } = await insertCategory(ctx, chatbotId, snapshot);
    ids.set(nameKey(snapshot.name), id);
  }
  return ids;
}
