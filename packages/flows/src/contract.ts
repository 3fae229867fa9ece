import { chatbotId, flowVersionId } from '@conferbot/chatbots/contract';
import type { Finding, FindingCode, FlowGraph } from '@conferbot/flow-engine';
import { defineEvent, defineService } from '@conferbot/plugin';
import { z } from 'zod';

/** The flow of a chatbot as its authors are editing it. */
export interface FlowDraft {
  /** uuid */
  readonly chatbotId: string;
  /** Grows by one with each edit; 1 when the chatbot is new. */
  readonly revision: number;
  readonly graph: FlowGraph;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
}

/** A saved state of a flow. It never changes. */
export interface FlowVersionSummary {
  /** uuid */
  readonly id: string;
  /** uuid */
  readonly chatbotId: string;
  /** 1 for the first version of the chatbot. */
  readonly number: number;
  readonly name: string;
  /** Equal for equal flows of one chatbot, as they are shown: two secrets behind the same mask are not told apart. */
  readonly contentHash: string;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Whether visitors who come now get it. */
  readonly published: boolean;
  /** When it was last put live; null when it never was. */
  readonly publishedAt: string | null;
  readonly createdAt: string;
  /** Name of the API key that saved it; "system" when none did. */
  readonly createdBy: string;
}

export interface FlowVersionDetail extends FlowVersionSummary {
  readonly graph: FlowGraph;
}

export interface FlowEdit {
  /** The revision that the author has seen; without it the edit applies to whatever the draft is now. */
  readonly expectedRevision?: number | undefined;
  /** Gets the graph with its secrets masked and returns the edited one; masks that it returns keep the secrets. */
  readonly change: (graph: FlowGraph) => FlowGraph;
}

/**
 * The flows of a workspace. Chatbots and versions are named by uuid; graphs are in normal form, with their secrets
 * masked unless it says otherwise.
 */
export interface FlowLibrary {
  /** @throws Fault `not_found` */
  draft(chatbotId: string): Promise<FlowDraft>;
  /**
   * Edits the draft under its lock, so that concurrent edits follow one another. What `change` throws undoes the call.
   *
   * @throws Fault `not_found`; `conflict` when `expectedRevision` is stale
   */
  edit(chatbotId: string, edit: FlowEdit): Promise<FlowDraft>;
  /**
   * Saves the draft as a version, or returns the newest one where it is the same flow.
   *
   * @throws Fault `not_found`
   */
  saveVersion(chatbotId: string, name?: string): Promise<FlowVersionSummary>;
  /** @throws Fault `not_found`, also for a version of another chatbot */
  version(chatbotId: string, versionId: string): Promise<FlowVersionDetail>;
  /**
   * Puts a version live: visitors who come from now on get it. Nothing happens when it is live already.
   *
   * @param tolerated Codes of errors that do not refuse it; default none.
   * @throws Fault `not_found`; `conflict` with its errors as details when it has any
   */
  publish(chatbotId: string, versionId: string, tolerated?: readonly FindingCode[]): Promise<FlowVersionSummary>;
  /** What is wrong with a graph by the rules of this deployment. */
  findings(graph: FlowGraph): readonly Finding[];
  /**
   * A version to run, with its secrets: for the server only.
   *
   * @throws Fault `not_found`
   */
  runnable(versionId: string): Promise<RunnableFlow>;
}

export interface RunnableFlow {
  readonly versionId: string;
  readonly chatbotId: string;
  readonly contentHash: string;
  /** With secrets in the clear. */
  readonly graph: FlowGraph;
}

export const flowLibrary = defineService<FlowLibrary>('flows.library');

export const flowPublished = defineEvent(
  'flow.published',
  'A version of a flow was put live.',
  z.object({
    chatbotId: z.uuid(),
    versionId: z.uuid(),
    /** Number of the version within its chatbot. */
    number: z.int(),
    name: z.string(),
    contentHash: z.string(),
  }),
  event => ({
    chatbotId: event.chatbotId,
    orderKey: event.chatbotId,
    fields: {
      botId: chatbotId.encode(event.chatbotId),
      versionId: flowVersionId.encode(event.versionId),
      number: event.number,
      name: event.name,
    },
  }),
);

export { below, flowFaultCodes, fromCaller } from './contract/flow-fault.ts';
export { flowPart, flowPartFields } from './contract/flow-part.ts';
