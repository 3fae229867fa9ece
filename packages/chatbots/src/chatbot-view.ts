import { z } from 'zod';
import { chatbotId, flowVersionId } from './contract.ts';

/** A row of `chatbots` as `ctx.sql` returns it. */
export interface ChatbotRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly disabled: boolean;
  readonly published_version_id: string | null;
  readonly response_count: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A chatbot as tools and resources return it. */
export const chatbotOutput = z.object({
  id: chatbotId.output.describe('Id of the chatbot; other tools take it as chatbotId.'),
  name: z.string().describe('Name, as its owner sees it.'),
  description: z.string().describe('What the chatbot is for; empty when never said.'),
  status: z.enum(['active', 'disabled']).describe('disabled: new chat sessions are refused.'),
  published: z.boolean().describe('Whether visitors can talk to it: a version of its flow is live.'),
  publishedVersionId: flowVersionId.output.nullable().describe('The live version of its flow; null when none is.'),
  responseCount: z.int().describe('Responses that visitors have given so far.'),
  createdAt: z.iso.datetime().describe('When it was created, UTC.'),
  updatedAt: z.iso.datetime().describe('When its name, description or status last changed, UTC.'),
});

export type ChatbotView = z.output<typeof chatbotOutput>;

export function chatbotView(row: ChatbotRow): ChatbotView {
  const version = row.published_version_id;
  return {
    id: chatbotId.encode(row.id),
    name: row.name,
    description: row.description,
    status: row.disabled ? 'disabled' : 'active',
    published: version !== null,
    publishedVersionId: version === null ? null : flowVersionId.encode(version),
    responseCount: row.response_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
