import type { ChatbotTemplateCatalogue } from '@conferbot/chatbots/contract';
import { entries } from './catalogue.ts';
import { categories } from './categories.ts';
import type { TemplateScript } from './template-script.ts';

export type { TemplateScript } from './template-script.ts';

/**
 * Eighteen chatbots to start from, for the option `templates` of `chatbots()` of `@conferbot/chatbots`: plain data. The
 * addresses of `example.com` in their flows are there to be replaced.
 */
export const templateCatalogue: ChatbotTemplateCatalogue = {
  categories,
  templates: entries.map(({ template }) => template),
};

/** Conversations that each template is held to, by slug: one that goes well, and a difficult one. */
export const templateScripts: Readonly<Record<string, readonly TemplateScript[]>> = Object.fromEntries(
  entries.map(({ template, scripts }) => [template.slug, scripts]),
);
