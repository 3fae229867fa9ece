import { type Fault, invalidArgument, notFound } from '@conferbot/plugin';
import { type ChatbotTemplate, type ChatbotTemplateCatalogue, templateId } from '../contract.ts';
import { templateUuid } from './template-uuid.ts';

/** The templates of a catalogue by their ids. */
export class TemplateShelf {
  readonly categories: ChatbotTemplateCatalogue['categories'];
  readonly #byId: ReadonlyMap<string, ChatbotTemplate>;

  /** @throws Error when two templates have one slug, or a template is in no category of the catalogue */
  constructor({ categories, templates }: ChatbotTemplateCatalogue) {
    this.categories = categories;
    this.#byId = new Map(templates.map(template => [templateUuid(template.slug), template]));
    if (this.#byId.size < templates.length) throw new Error('Two templates of the catalogue have the same slug.');
    const known = new Set(categories.map(({ id }) => id));
    const lost = templates.find(({ category }) => !known.has(category));
    if (lost !== undefined) throw new Error(`The template "${lost.slug}" is in no category of the catalogue.`);
  }

  /** Uuids and templates in the order of the catalogue; of one category by its id or name. @throws Fault */
  list(category?: string): readonly (readonly [string, ChatbotTemplate])[] {
    const all = [...this.#byId];
    if (category === undefined) return all;
    const wanted = category.toLowerCase();
    const found = this.categories.find(({ id, name }) => [id, name.toLowerCase()].includes(wanted));
    if (found === undefined) throw this.#noSuchCategory(category);
    return all.filter(([, template]) => template.category === found.id);
  }

  /** @param id uuid @throws Fault `not_found` */
  get(id: string): ChatbotTemplate {
    const template = this.#byId.get(id);
    if (template !== undefined) return template;
    throw notFound('template', templateId.encode(id), 'Call list_templates to see the templates there are.');
  }

  #noSuchCategory(category: string): Fault {
    const ids = this.categories.map(({ id }) => id).join(', ');
    const fix =
      ids === '' ? 'This server has no templates.' : `Give one of: ${ids}. get_template_categories tells more.`;
    return invalidArgument('category', `There is no category "${category.slice(0, 100)}".`, fix);
  }
}
