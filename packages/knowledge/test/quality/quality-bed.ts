import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { inCall } from '@conferbot/runtime';
import { type Testbed, type TestWorkspace, testbed } from '@conferbot/testing';
import { answerQuestion } from '../../src/answering/answer-port.ts';
import { createAnswerer } from '../../src/answering/answerer.ts';
import { articleId as articleIdType } from '../../src/contract.ts';
import { searchArticles } from '../../src/search/search-articles.ts';
import { knowledgePlugins } from '../support/plugins.ts';
import { type Product, products } from './corpus.ts';
import type { Asked } from './measure.ts';

interface Filled {
  readonly product: Product;
  readonly workspace: TestWorkspace;
  readonly chatbotId: string;
  /** Keys of articles by uuid. */
  readonly keys: ReadonlyMap<string, string>;
}

/** All products of the corpus, each a chatbot with its articles. */
export class QualityBed implements AsyncDisposable {
  readonly #bed: Testbed;
  readonly #filled: readonly Filled[];

  private constructor(bed: Testbed, filled: readonly Filled[]) {
    this.#bed = bed;
    this.#filled = filled;
  }

  static async open(): Promise<QualityBed> {
    const bed = await testbed(knowledgePlugins());
    const workspace = bed.workspace();
    const filled: Filled[] = [];
    for (const product of products) filled.push(await fill(workspace, product));
    return new QualityBed(bed, filled);
  }

  /** Asks every question, as `spelt` by its number. */
  async ask(spelt: (text: string, index: number) => string): Promise<Asked[]> {
    const asked: Asked[] = [];
    for (const filled of this.#filled) {
      for (const { text, article } of filled.product.questions) {
        asked.push(await this.#ask(filled, spelt(text, asked.length), article));
      }
    }
    return asked;
  }

  #ask({ product, workspace, chatbotId, keys }: Filled, text: string, expected: string | null): Promise<Asked> {
    const { locale } = product;
    return inCall(this.#bed.runtime, workspace.caller, { readOnly: true }, async ctx => {
      const hits = await searchArticles(ctx, { chatbotId, text, locale, limit: 10 });
      const found = hits.map(({ articleId }) => keys.get(articleId) ?? '');
      const prepared = await createAnswerer(ctx).prepare({
        chatbotId,
        conversationId: chatbotId,
        text,
        locale,
        history: [],
      });
      const { outcome, citations } = await answerQuestion(prepared, { signal: ctx.signal });
      const cited = product.articles.find(({ title }) => title === citations[0]?.title)?.key;
      return { text, expected, found, outcome, cited };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bed[Symbol.asyncDispose]();
  }
}

async function fill(workspace: TestWorkspace, product: Product): Promise<Filled> {
  const { id } = await workspace.call<{ id: string }>('create_chatbot', { name: product.product });
  const keys = new Map<string, string>();
  for (const { key, title, description, keywords, content } of product.articles) {
    const article = await workspace.call<{ id: string }>('create_knowledge_article', {
      chatbotId: id,
      title,
      description,
      content,
      seoKeywords: keywords,
      locale: product.locale,
      reviewStatus: 'published',
    });
    keys.set(articleIdType.decode(article.id) ?? '', key);
  }
  return { product, workspace, chatbotId: chatbotIdType.decode(id) ?? '', keys };
}
