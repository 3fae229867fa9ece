import { flowVersionId } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import type { FlowVersionSummary } from './contract.ts';

/** A version as tools return it. */
export const versionFields = {
  id: flowVersionId.output.describe('Id of the version.'),
  number: z.int().describe('1 for the first version of the chatbot.'),
  name: z.string().describe('Its name.'),
  contentHash: z.string().describe('Equal for equal flows.'),
  nodeCount: z.int().describe('Nodes in it.'),
  edgeCount: z.int().describe('Edges in it.'),
  published: z.boolean().describe('Whether it is live: new visitors get it.'),
  publishedAt: z.iso.datetime().nullable().describe('When it was last put live, UTC; null when never.'),
  createdAt: z.iso.datetime().describe('When it was saved, UTC.'),
  createdBy: z.string().describe('Name of the API key that saved it, or system.'),
};

export const versionOutput = z.object(versionFields);

export function versionView({ chatbotId: _, id, ...version }: FlowVersionSummary): z.input<typeof versionOutput> {
  return { id: flowVersionId.encode(id), ...version };
}
