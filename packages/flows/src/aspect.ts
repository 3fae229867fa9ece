import type { ChatbotAspect } from '@conferbot/chatbots/contract';
import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { dropSecrets, type FlowGraph, parseGraph } from '@conferbot/flow-engine';
import type { CallContext } from '@conferbot/plugin';
import { z } from 'zod';
import { below, fromCaller } from './contract/flow-fault.ts';
import { flowLibrary } from './contract.ts';
import { insertDraft } from './draft-store.ts';
import { importPublished } from './import-published.ts';
import { seedFlow } from './seed-flow.ts';

const snapshotShape = z.object({ draft: z.unknown(), published: z.unknown() }).partial();

/** The flow of a chatbot, as it is created, copied and removed with it. */
export const flowAspect: ChatbotAspect = {
  name: 'flow',
  create: (ctx, chatbotId) => insertDraft(ctx, chatbotId, seedFlow),
  async snapshot(ctx, chatbotId) {
    const { graph } = await ctx.use(flowLibrary).draft(chatbotId);
    return { draft: dropSecrets(graph), published: await publishedFlow(ctx, chatbotId) };
  },
  /** A copy takes the draft only: what is live is for the new chatbot's owner to decide. */
  async restore(ctx, chatbotId, snapshot, purpose) {
    const { data } = snapshotShape.safeParse(snapshot);
    const graph = fromCaller(below('flow.draft'), () => parseGraph(data?.draft));
    await insertDraft(ctx, chatbotId, seedFlow);
    if (purpose === 'import') await importPublished(ctx, chatbotId, data?.published);
    await ctx.use(flowLibrary).edit(chatbotId, { change: () => graph });
  },
  async remove(ctx, chatbotId) {
    const drafts = await ctx.sql`delete from flow_drafts where chatbot_id = ${chatbotId} returning chatbot_id`;
    const versions = await ctx.sql`delete from flow_versions where chatbot_id = ${chatbotId} returning id`;
    return { flowDrafts: drafts.length, flowVersions: versions.length };
  },
};

async function publishedFlow(
  ctx: CallContext,
  chatbotId: string,
): Promise<{ readonly name: string; readonly graph: FlowGraph } | null> {
  const { publishedVersionId } = await ctx.use(chatbotDirectory).get(chatbotId);
  if (publishedVersionId === null) return null;
  const { name, graph } = await ctx.use(flowLibrary).version(chatbotId, publishedVersionId);
  return { name, graph: dropSecrets(graph) };
}
