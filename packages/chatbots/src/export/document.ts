import type { CallContext } from '@conferbot/plugin';
import { type ChatbotView, chatbotView } from '../chatbot-view.ts';
import { chatbotAspect } from '../contract.ts';
import { findChatbot } from '../find-chatbot.ts';
import { readKeptParts } from './kept-parts.ts';

/** Of what is exported, and the newest that can be imported. Raised when older servers would misread a document. */
export const schemaVersion = 1;

/** What a document says of a chatbot itself. */
export interface DocumentHead {
  readonly schemaVersion: number;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly chatbot: Pick<ChatbotView, 'name' | 'description' | 'status'>;
}

/** What an import takes back: each part is a member. */
export type ChatbotDocument = DocumentHead & { readonly [part: string]: unknown };

/** A chatbot as it leaves: the document is the members of `head`, then those of `parts`. */
export interface ChatbotExport {
  readonly head: DocumentHead;
  /** By name: what each aspect says, then what an import brought that no aspect here knows. */
  readonly parts: ReadonlyMap<string, unknown>;
}

/** @throws Fault `not_found` */
export async function exportOf(ctx: CallContext, chatbotId: string): Promise<ChatbotExport> {
  const { name, description, status } = chatbotView(await findChatbot(ctx, chatbotId));
  const parts = new Map<string, unknown>();
  for (const aspect of ctx.all(chatbotAspect)) {
    const snapshot = await aspect.snapshot?.(ctx, chatbotId);
    if (snapshot !== undefined) parts.set(aspect.name, snapshot);
  }
  for (const [part, kept] of await readKeptParts(ctx, chatbotId)) {
    if (!parts.has(part)) parts.set(part, kept);
  }
  const exportedAt = ctx.now().toISOString();
  return { head: { schemaVersion, exportedAt, chatbot: { name, description, status } }, parts };
}

/** The document with these parts. */
export function documentOf(head: DocumentHead, parts: Iterable<readonly [string, unknown]>): ChatbotDocument {
  return { ...head, ...Object.fromEntries(parts) };
}
