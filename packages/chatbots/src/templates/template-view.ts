import { z } from 'zod';
import { type ChatbotTemplate, templateId } from '../contract.ts';

/** A template as tools return it. */
export const templateOutput = z.object({
  id: templateId.output.describe('Id of the template; create_from_template takes it as templateId.'),
  name: z.string().describe('Name.'),
  category: z.string().describe('Id of its category.'),
  description: z.string().describe('What it does, for whom.'),
  goal: z.string().describe('What counts as a success.'),
  nodeCount: z.int().describe('Nodes of its flow.'),
  articleCount: z.int().describe('Articles of its knowledge base.'),
});

export type TemplateView = z.output<typeof templateOutput>;

const flowPart = z.object({ draft: z.object({ nodes: z.array(z.unknown()) }) });
const knowledgePart = z.object({ articles: z.array(z.unknown()) });

export function templateView(
  id: string,
  { name, category, description, goal, aspects }: ChatbotTemplate,
): TemplateView {
  return {
    id: templateId.encode(id),
    name,
    category,
    description,
    goal,
    nodeCount: flowPart.safeParse(aspects.flow).data?.draft.nodes.length ?? 0,
    articleCount: knowledgePart.safeParse(aspects.knowledge).data?.articles.length ?? 0,
  };
}
