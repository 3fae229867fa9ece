import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import type { Testbed, TestWorkspace } from '@conferbot/testing';

export interface ArticleView {
  readonly id: string;
  readonly categoryId: string | null;
  readonly title: string;
  readonly description: string;
  readonly slug: string;
  readonly locale: string;
  readonly reviewStatus: string;
  readonly seoKeywords: readonly string[];
  readonly metaDescription: string;
  readonly wordCount: number;
  readonly readingMinutes: number;
  readonly revision: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly publishedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ArticleDetail extends ArticleView {
  readonly content: string;
  readonly shownRevision: number;
  readonly writtenBy: string;
  readonly truncated?: boolean;
  readonly next?: string;
}

export interface CategoryView {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly articleCount: number;
}

export interface Listed<T> {
  readonly data: readonly T[];
  readonly pagination: { readonly total: number; readonly hasNextPage: boolean; readonly nextCursor: string | null };
}

/** The knowledge base of one chatbot. */
export class KnowledgeDesk {
  readonly workspace: TestWorkspace;
  readonly chatbotId: string;

  constructor(workspace: TestWorkspace, chatbotId: string) {
    this.workspace = workspace;
    this.chatbotId = chatbotId;
  }

  static async open(workspace: TestWorkspace): Promise<KnowledgeDesk> {
    const { id } = await workspace.call<{ id: string }>('create_chatbot', { name: 'Support' });
    return new KnowledgeDesk(workspace, id);
  }

  /** An article that can be published, with what is given. */
  write(article: object = {}): Promise<ArticleView> {
    return this.#call('create_knowledge_article', { ...anArticle, ...article });
  }

  refusedToWrite(article: object) {
    return this.#refused('create_knowledge_article', { ...anArticle, ...article });
  }

  update(articleId: string, change: object): Promise<ArticleView> {
    return this.#call('update_knowledge_article', { articleId, ...change });
  }

  refusedToUpdate(articleId: string, change: object) {
    return this.#refused('update_knowledge_article', { articleId, ...change });
  }

  read(articleId: string, more: object = {}): Promise<ArticleDetail> {
    return this.#call('get_knowledge_article', { articleId, ...more });
  }

  refusedToRead(articleId: string, more: object = {}) {
    return this.#refused('get_knowledge_article', { articleId, ...more });
  }

  list(filter: object = {}): Promise<Listed<ArticleView>> {
    return this.#call('list_knowledge_base', filter);
  }

  category(name: string, more: object = {}): Promise<CategoryView> {
    return this.#call('create_knowledge_category', { name, ...more });
  }

  refusedCategory(category: object) {
    return this.#refused('create_knowledge_category', category);
  }

  categories(page: object = {}): Promise<Listed<CategoryView>> {
    return this.#call('list_knowledge_categories', page);
  }

  /** As if a visitor had asked in vain. */
  async askedInVain({ store }: Testbed, question: string): Promise<void> {
    const text = `insert into open_questions
      (workspace_id, chatbot_id, question, text, asked, first_asked_at, last_asked_at)
      values ($1, $2, $3, $3, 2, now(), now())`;
    const values = [this.workspace.id, chatbotIdType.decode(this.chatbotId) ?? '', question];
    await store.run({ role: 'app', workspaceId: this.workspace.id }, [{ text, values }]);
  }

  #call<T>(tool: string, args: object): Promise<T> {
    return this.workspace.call<T>(tool, { chatbotId: this.chatbotId, ...args });
  }

  #refused(tool: string, args: object) {
    return this.workspace.refused(tool, { chatbotId: this.chatbotId, ...args });
  }
}

const anArticle = {
  title: 'How do I pay?',
  description: 'The ways to pay.',
  content: '# Paying\n\nBy card or by bank transfer.',
};
