import type { ChatbotTemplate, ChatbotTemplateCatalogue } from '../src/contract.ts';

export function template(slug: string, category: string, aspects: ChatbotTemplate['aspects'] = {}): ChatbotTemplate {
  const name = `A ${slug}`;
  return { slug, name, category, description: `${name} for shops.`, goal: 'A happy visitor.', aspects };
}

/** Two categories with templates, and one without. */
export const catalogue: ChatbotTemplateCatalogue = {
  categories: [
    { id: 'support', name: 'Customer support' },
    { id: 'surveys', name: 'Surveys & feedback' },
    { id: 'events', name: 'Events' },
  ],
  templates: [
    template('help-desk', 'support', {
      motto: { text: 'Always there' },
      flow: { draft: { nodes: [{ id: 'welcome' }, { id: 'bye' }], edges: [] } },
      knowledge: { articles: [{ title: 'Opening hours' }] },
    }),
    template('survey', 'surveys'),
    template('tracker', 'support'),
    template('broken', 'surveys', { motto: 'bad' }),
  ],
};
