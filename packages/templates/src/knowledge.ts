/** Knowledge of a template; all of its articles are published. */
export interface TemplateKnowledge {
  readonly categories: readonly TemplateCategory[];
  readonly articles: readonly TemplateArticle[];
  readonly ai: {
    readonly enabled: boolean;
    readonly mode: 'ai_first' | 'human_first' | 'ai_only' | 'human_only';
  };
}

export interface TemplateCategory {
  readonly name: string;
  readonly description?: string;
  /** An emoji. */
  readonly icon?: string;
  /** `#rrggbb` */
  readonly color?: string;
}

export interface TemplateArticle {
  readonly title: string;
  readonly description: string;
  /** Markdown. */
  readonly content: string;
  /** Name of one of the categories. */
  readonly category: string;
  readonly seoKeywords: readonly string[];
  readonly metaDescription: string;
}
