import { type CallContext, defineEvent, defineExtensionPoint, defineId, defineService } from '@conferbot/plugin';
import { z } from 'zod';

/** `bot_…` */
export const chatbotId = defineId('bot', 'chatbot');

/** `ver_…`: a version of a flow, as far as a chatbot knows it. */
export const flowVersionId = defineId('ver', 'flow version');

/** `tpl_…`: of a template, made of its slug; the same in every workspace, for ever. */
export const templateId = defineId('tpl', 'template');

/** What other domains may ask about chatbots, and tell them. */
export interface ChatbotDirectory {
  /** @throws Fault `not_found` when the workspace has no such chatbot. `id` is a uuid. */
  get(id: string): Promise<ChatbotSummary>;
  /** Records which version visitors get; null takes the chatbot off. */
  setPublishedVersion(id: string, versionId: string | null): Promise<void>;
  /** Adds to the kept count of responses; negative when responses are removed. */
  addResponses(id: string, count: number): Promise<void>;
}

export interface ChatbotSummary {
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly publishedVersionId: string | null;
}

export const chatbotDirectory = defineService<ChatbotDirectory>('chatbots.directory');

/**
 * What a domain hangs on a chatbot: its flow, its widget, its knowledge. Creating, duplicating, exporting and
 * deleting a chatbot go through all aspects in the one transaction of the call.
 */
export interface ChatbotAspect {
  /** Key of this aspect in an export: "flow", "widget". */
  readonly name: string;
  /** Sets a new chatbot up with defaults. */
  create?(ctx: CallContext, chatbotId: string): Promise<void>;
  /** Everything that a copy needs, as plain JSON without ids and secrets; undefined for what is never copied. */
  snapshot?(ctx: CallContext, chatbotId: string): Promise<unknown>;
  /**
   * Puts a snapshot of any chatbot into a new one, in place of {@link ChatbotAspect.create}. What it does not say is
   * as {@link ChatbotAspect.create} makes it.
   *
   * @throws Fault `invalid_argument` with details whose paths start with {@link ChatbotAspect.name}
   */
  restore?(ctx: CallContext, chatbotId: string, snapshot: unknown, purpose: RestorePurpose): Promise<void>;
  /** Removes everything of the chatbot; returns how many rows of each kind went: `{ versions: 3 }`. */
  remove(ctx: CallContext, chatbotId: string): Promise<Readonly<Record<string, number>>>;
}

/**
 * - `copy`: of a chatbot or a template; nothing of it is live, and no channel is taken over
 * - `import`: everything, so that another export is the same but for ids and times; what was live is live
 */
export type RestorePurpose = 'copy' | 'import';

/** A chatbot to start from. */
export interface ChatbotTemplate {
  /** Kebab case, never changed: ids of templates are made of it. */
  readonly slug: string;
  readonly name: string;
  /** One of {@link ChatbotTemplateCatalogue.categories}. */
  readonly category: string;
  /** What it does, for whom; one or two sentences. */
  readonly description: string;
  /** What counts as a success: "A qualified lead with an e-mail address." */
  readonly goal: string;
  /** Snapshots by name of the aspect that takes them, as in an export. */
  readonly aspects: Readonly<Record<string, unknown>>;
}

export interface ChatbotTemplateCatalogue {
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly templates: readonly ChatbotTemplate[];
}

export const chatbotAspect = defineExtensionPoint<ChatbotAspect>('chatbots.aspect');

const payload = z.object({ chatbotId: z.uuid() });

export const chatbotCreated = defineEvent('chatbot.created', 'A chatbot was created.', payload);
export const chatbotUpdated = defineEvent(
  'chatbot.updated',
  'A chatbot was renamed, described, disabled or enabled.',
  payload,
);
export const chatbotDeleted = defineEvent('chatbot.deleted', 'A chatbot and all that hung on it was deleted.', payload);
