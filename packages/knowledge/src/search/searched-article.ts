/** An article as search is to know it. */
export interface SearchedArticle {
  /** uuid */
  readonly articleId: string;
  /** uuid */
  readonly chatbotId: string;
  /** BCP 47 */
  readonly locale: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** Markdown. */
  readonly content: string;
  /** Others are not found. */
  readonly published: boolean;
}
