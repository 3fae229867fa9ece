import type { ChatbotTemplate } from '@conferbot/chatbots/contract';
import type { FlowGraph } from '@conferbot/flow-engine';
import type { TemplateCategoryId } from './categories.ts';
import type { TemplateKnowledge } from './knowledge.ts';

interface TemplateParts extends Omit<ChatbotTemplate, 'category' | 'aspects'> {
  readonly category: TemplateCategoryId;
  readonly flow: FlowGraph;
  /** Settings of the widget; what is left out is as usual. */
  readonly widget: Readonly<Record<string, string | number | boolean>>;
  readonly knowledge: TemplateKnowledge;
}

/** A template of its parts. */
export function template({ flow, widget, knowledge, ...about }: TemplateParts): ChatbotTemplate {
  const articles = knowledge.articles.map(article => ({ ...article, reviewStatus: 'published' }));
  return {
    ...about,
    aspects: { flow: { draft: flow }, widget: { config: widget }, knowledge: { ...knowledge, articles } },
  };
}
