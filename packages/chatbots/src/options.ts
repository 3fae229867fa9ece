import type { ChatbotTemplateCatalogue } from './contract.ts';

export interface ChatbotsOptions {
  /** What `list_templates` offers, such as `templateCatalogue` of `@conferbot/templates`. Default: nothing. */
  readonly templates?: ChatbotTemplateCatalogue;
}
