import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { articlePath } from '../answering/citations.ts';
import { categoryId as categoryIdType } from '../contract.ts';

/** Addresses within the help centre of one chatbot, as links of its pages: from the root of the server's name. */
export class HelpPaths {
  /** `https://example.com` */
  readonly origin: string;
  readonly #root: string;
  readonly #chatbotId: string;

  /**
   * @param publicUrl What the server's paths are below
   * @param chatbotId uuid
   */
  constructor(publicUrl: string, chatbotId: string) {
    const { origin, pathname } = new URL(publicUrl);
    this.origin = origin;
    this.#root = pathname.replace(/\/+$/, '');
    this.#chatbotId = chatbotId;
  }

  /** Without a language the one that the visitor reads best. */
  home(locale?: string): string {
    return this.#below(...(locale === undefined ? [] : [locale]));
  }

  article(locale: string, slug: string): string {
    return `${this.#root}${articlePath({ chatbotId: this.#chatbotId, locale, slug })}`;
  }

  vote(locale: string, slug: string): string {
    return `${this.article(locale, slug)}/vote`;
  }

  /** @param id uuid; null for the articles that have none */
  category(locale: string, id: string | null, page = 1): string {
    const path = this.#below(locale, 'categories', id === null ? otherCategory : categoryIdType.encode(id));
    return page === 1 ? path : `${path}?page=${page}`;
  }

  search(locale: string): string {
    return this.#below(locale, 'search');
  }

  #below(...segments: readonly string[]): string {
    const bot = chatbotIdType.encode(this.#chatbotId);
    return [`${this.#root}/help/${bot}`, ...segments.map(encodeURIComponent)].join('/');
  }
}

/** Stands for the id of a category in the address of the articles that have none. */
export const otherCategory = 'other';
