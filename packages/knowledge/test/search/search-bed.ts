import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import type { PreparedQuestion, QuestionAnswer } from '@conferbot/conversations/contract';
import type { CallContext } from '@conferbot/plugin';
import { inCall } from '@conferbot/runtime';
import { type Engine, type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { answerQuestion } from '../../src/answering/answer-port.ts';
import { createAnswerer } from '../../src/answering/answerer.ts';
import { readOpenQuestions } from '../../src/answering/open-questions.ts';
import { articleId as articleIdType } from '../../src/contract.ts';
import { searchArticles } from '../../src/search/search-articles.ts';
import { KnowledgeDesk } from '../support/knowledge-desk.ts';
import { knowledgePlugins } from '../support/plugins.ts';

/** Chatbots with articles that are written through the tools, searched and asked as visitors do. */
export class SearchBed implements AsyncDisposable {
  readonly #bed: Testbed;

  private constructor(bed: Testbed) {
    this.#bed = bed;
  }

  static async open(engine: Engine = 'pglite'): Promise<SearchBed> {
    return new SearchBed(await testbed(knowledgePlugins(), { engine }));
  }

  workspace(): TestWorkspace {
    return this.#bed.workspace();
  }

  async chatbot(workspace: TestWorkspace = this.workspace()): Promise<SearchedChatbot> {
    return new SearchedChatbot(this.#bed, await KnowledgeDesk.open(workspace));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bed[Symbol.asyncDispose]();
  }
}

export class SearchedChatbot {
  readonly desk: KnowledgeDesk;
  readonly #bed: Testbed;

  constructor(bed: Testbed, desk: KnowledgeDesk) {
    this.#bed = bed;
    this.desk = desk;
  }

  get uuid(): string {
    return chatbotIdType.decode(this.desk.chatbotId) ?? '';
  }

  /** Published, unless said otherwise. */
  async write(title: string, content: string, more: object = {}): Promise<string> {
    const { id } = await this.desk.write({ title, content, description: '', reviewStatus: 'published', ...more });
    return id;
  }

  /** Ids of the articles that are found, best first. */
  async find(text: string, more: { readonly locale?: string; readonly limit?: number } = {}): Promise<string[]> {
    return (await this.search(text, more)).map(({ articleId }) => articleIdType.encode(articleId));
  }

  search(text: string, more: { readonly locale?: string; readonly limit?: number } = {}) {
    return this.run(ctx => searchArticles(ctx, { chatbotId: this.uuid, text, limit: 10, ...more }), { readOnly: true });
  }

  prepare(text: string, locale?: string) {
    const question = { chatbotId: this.uuid, conversationId: this.uuid, text, locale, history: [] };
    return this.run(ctx => createAnswerer(ctx).prepare(question), { readOnly: true });
  }

  /** The answer that quotes. */
  async ask(text: string, locale?: string): Promise<QuestionAnswer> {
    return quoted(await this.prepare(text, locale));
  }

  /** Asks, and has noted what came of it, as conversations do. */
  async askAndNote(text: string): Promise<QuestionAnswer> {
    const prepared = await this.prepare(text);
    const answer = await quoted(prepared);
    await this.run(ctx => createAnswerer(ctx).note(prepared, answer));
    return answer;
  }

  openQuestions(limit = 1000) {
    return this.run(ctx => readOpenQuestions(ctx, this.uuid, limit), { readOnly: true });
  }

  run<T>(work: (ctx: CallContext) => Promise<T>, mode = { readOnly: false }): Promise<T> {
    return inCall(this.#bed.runtime, this.desk.workspace.caller, mode, work);
  }
}

/** What was prepared is kept as JSON in between. */
function quoted(prepared: PreparedQuestion): Promise<QuestionAnswer> {
  return answerQuestion(JSON.parse(JSON.stringify(prepared)), { signal: new AbortController().signal });
}
