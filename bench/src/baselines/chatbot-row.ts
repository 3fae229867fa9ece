/** A row of `bench_chatbots`, as pg reads it. */
export interface ChatbotRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly disabled: boolean;
  readonly published_version_id: string | null;
  readonly response_count: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export const chatbotColumns =
  'id, name, description, disabled, published_version_id, response_count, created_at, updated_at';

/** What the product answers for a chatbot. */
export function chatbotOf(row: ChatbotRow): Record<string, unknown> {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    status: row.disabled ? 'disabled' : 'active',
    published: row.published_version_id !== null,
    publishedVersionId: row.published_version_id,
    responseCount: row.response_count,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
