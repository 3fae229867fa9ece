import { chatbotDirectory } from '@conferbot/chatbots/contract';
import {
  type Finding,
  type FindingCode,
  type FlowGraph,
  maskSecrets,
  restoreSecrets,
  validate,
} from '@conferbot/flow-engine';
import { type CallContext, Fault, type SecretBox } from '@conferbot/plugin';
import { contentHash, sameFlow } from './content-hash.ts';
import {
  type FlowDraft,
  type FlowEdit,
  type FlowLibrary,
  type FlowVersionDetail,
  type FlowVersionSummary,
  flowPublished,
  type RunnableFlow,
} from './contract.ts';
import { type DraftRow, lockDraft, readDraft, writeDraft } from './draft-store.ts';
import { notPublishable } from './not-publishable.ts';
import { openGraph, sealGraph } from './sealed-graph.ts';
import { findVersion, findVersionOf, insertVersion, markPublished, newestVersion, summaryOf } from './version-store.ts';

export interface LibraryOptions {
  readonly secrets: SecretBox;
  readonly allowPrivateUrls: boolean;
}

/** The one way to the flows of a workspace: what comes out of it has no secrets, but for {@link Library.runnable}. */
export class Library implements FlowLibrary {
  readonly #ctx: CallContext;
  readonly #options: LibraryOptions;

  constructor(ctx: CallContext, options: LibraryOptions) {
    this.#ctx = ctx;
    this.#options = options;
  }

  async draft(chatbotId: string): Promise<FlowDraft> {
    const row = await readDraft(this.#ctx, chatbotId);
    return shown(chatbotId, row, this.#open(row.graph, chatbotId));
  }

  async edit(chatbotId: string, { expectedRevision, change }: FlowEdit): Promise<FlowDraft> {
    const row = await lockDraft(this.#ctx, chatbotId);
    if (expectedRevision !== undefined && expectedRevision !== row.revision) {
      throw staleRevision(expectedRevision, row.revision);
    }
    const before = this.#open(row.graph, chatbotId);
    const after = restoreSecrets(change(maskSecrets(before)), before);
    if (sameFlow(before, after)) return shown(chatbotId, row, before);
    return shown(chatbotId, await writeDraft(this.#ctx, chatbotId, this.#seal(after, chatbotId)), after);
  }

  async saveVersion(chatbotId: string, name?: string): Promise<FlowVersionSummary> {
    const draft = await lockDraft(this.#ctx, chatbotId);
    const { publishedVersionId } = await this.#ctx.use(chatbotDirectory).get(chatbotId);
    const graph = this.#open(draft.graph, chatbotId);
    const newest = await newestVersion(this.#ctx, chatbotId);
    if (
      newest !== undefined &&
      (name === undefined || name === newest.name) &&
      sameFlow(this.#open(newest.graph, chatbotId), graph)
    ) {
      return summaryOf(newest, publishedVersionId);
    }
    const number = (newest?.number ?? 0) + 1;
    const saved = await insertVersion(this.#ctx, {
      chatbot_id: chatbotId,
      number,
      name: name ?? `Version ${number}`,
      content_hash: contentHash(graph),
      graph: draft.graph,
    });
    return summaryOf(saved, publishedVersionId);
  }

  async version(chatbotId: string, versionId: string): Promise<FlowVersionDetail> {
    const { publishedVersionId } = await this.#ctx.use(chatbotDirectory).get(chatbotId);
    const row = await findVersionOf(this.#ctx, chatbotId, versionId);
    return { ...summaryOf(row, publishedVersionId), graph: maskSecrets(this.#open(row.graph, chatbotId)) };
  }

  async publish(
    chatbotId: string,
    versionId: string,
    tolerated: readonly FindingCode[] = [],
  ): Promise<FlowVersionSummary> {
    await lockDraft(this.#ctx, chatbotId);
    const directory = this.#ctx.use(chatbotDirectory);
    const { publishedVersionId } = await directory.get(chatbotId);
    const row = await findVersionOf(this.#ctx, chatbotId, versionId);
    if (row.id === publishedVersionId) return summaryOf(row, publishedVersionId);
    const errors = this.findings(this.#open(row.graph, chatbotId)).filter(
      ({ severity, code }) => severity === 'error' && !tolerated.includes(code),
    );
    if (errors.length > 0) throw notPublishable(errors);
    await directory.setPublishedVersion(chatbotId, versionId);
    const published_at = await markPublished(this.#ctx, versionId);
    const { number, name, content_hash } = row;
    this.#ctx.emit(flowPublished, { chatbotId, versionId, number, name, contentHash: content_hash });
    return summaryOf({ ...row, published_at }, versionId);
  }

  findings(graph: FlowGraph): readonly Finding[] {
    return validate(maskSecrets(graph), { allowPrivateUrls: this.#options.allowPrivateUrls });
  }

  async runnable(versionId: string): Promise<RunnableFlow> {
    const row = await findVersion(this.#ctx, versionId);
    return {
      versionId,
      chatbotId: row.chatbot_id,
      contentHash: row.content_hash,
      graph: this.#open(row.graph, row.chatbot_id),
    };
  }

  #open(graph: FlowGraph, chatbotId: string): FlowGraph {
    return openGraph(graph, this.#options.secrets, this.#place(chatbotId));
  }

  #seal(graph: FlowGraph, chatbotId: string): FlowGraph {
    return sealGraph(graph, this.#options.secrets, this.#place(chatbotId));
  }

  #place(chatbotId: string): string {
    return `flow/${this.#ctx.workspace.id}/${chatbotId}`;
  }
}

function shown(chatbotId: string, { revision, updated_at }: DraftRow, graph: FlowGraph): FlowDraft {
  return { chatbotId, revision, graph: maskSecrets(graph), updatedAt: updated_at };
}

function staleRevision(expected: number, actual: number): Fault {
  return new Fault('conflict', `The draft is at revision ${actual} by now, not ${expected}; nothing was written.`, {
    fix: `Call get_chatbot_flow to see what has changed, make your edit fit, and call again with expectedRevision ${actual}.`,
    details: [{ path: 'expectedRevision', message: `The draft is at revision ${actual}.` }],
  });
}
