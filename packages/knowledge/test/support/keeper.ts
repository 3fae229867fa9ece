import { chatbotAspect, chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { type CallContext, definePlugin, defineTool, type Plugin } from '@conferbot/plugin';
import { helpCentre } from '@conferbot/widget/contract';
import { z } from 'zod';
import { countCitation, countView, countVote } from '../../src/articles/metrics.ts';
import { findSlug } from '../../src/articles/slug-store.ts';
import { articleId as articleIdType } from '../../src/contract.ts';

const chatbot = chatbotIdType.input.describe('The chatbot.');
const article = articleIdType.input.describe('The article.');
const visitor = z.string().describe('Who visits.');
const snapshot = z.looseObject({}).describe('What an export holds of its knowledge base.');
const aspectIn = (ctx: CallContext) => ctx.all(chatbotAspect).find(({ name }) => name === 'knowledge');
const writes = { readOnly: false, destructive: false, idempotent: false } as const;

const exportKnowledge = defineTool({
  name: 'export_knowledge',
  title: 'Export knowledge',
  description: 'Takes the part of an export that the knowledge base is, as the chatbots plugin does.',
  safety: { readOnly: true },
  input: z.object({ chatbotId: chatbot }),
  output: z.object({ snapshot }),
}).run(async ({ chatbotId }, ctx) => ({
  snapshot: (await aspectIn(ctx)?.snapshot?.(ctx, chatbotId)) as Record<string, unknown>,
}));

const importKnowledge = defineTool({
  name: 'import_knowledge',
  title: 'Import knowledge',
  description: 'Puts the part of an export that the knowledge base is into a chatbot, as the chatbots plugin does.',
  safety: writes,
  input: z.object({ chatbotId: chatbot, snapshot, purpose: z.enum(['copy', 'import']).describe('What for.') }),
  output: z.object({}),
}).run(async ({ chatbotId, snapshot, purpose }, ctx) => {
  await aspectIn(ctx)?.restore?.(ctx, chatbotId, snapshot, purpose);
  return {};
});

const viewArticle = defineTool({
  name: 'view_article',
  title: 'View article',
  description: 'Counts a visitor who opens an article, as a help centre does.',
  safety: writes,
  input: z.object({ articleId: article, visitor }),
  output: z.object({}),
}).run(async ({ articleId, visitor }, ctx) => {
  await countView(ctx, articleId, visitor);
  return {};
});

const voteArticle = defineTool({
  name: 'vote_article',
  title: 'Vote article',
  description: 'Counts what a visitor says of an article, as a help centre does.',
  safety: writes,
  input: z.object({ articleId: article, visitor, helpful: z.boolean().describe('Whether it helped.') }),
  output: z.object({}),
}).run(async ({ articleId, visitor, helpful }, ctx) => {
  await countVote(ctx, articleId, visitor, helpful);
  return {};
});

const citeArticle = defineTool({
  name: 'cite_article',
  title: 'Cite article',
  description: 'Counts an answer that names an article as its source, as the answerer does.',
  safety: writes,
  input: z.object({ articleId: article }),
  output: z.object({}),
}).run(async ({ articleId }, ctx) => {
  await countCitation(ctx, articleId);
  return {};
});

const findArticle = defineTool({
  name: 'find_article',
  title: 'Find article',
  description: 'Finds an article by a name in an address, as a help centre does.',
  safety: { readOnly: true },
  input: z.object({ chatbotId: chatbot, locale: z.string().describe('Language.'), slug: z.string().describe('Name.') }),
  output: z.object({ found: z.looseObject({}).nullable().describe('Where it is now.') }),
}).run(async (place, ctx) => {
  const found = await findSlug(ctx, place);
  return { found: found === undefined ? null : { ...found, id: articleIdType.encode(found.id) } };
});

const askHelpCentre = defineTool({
  name: 'ask_help_centre',
  title: 'Ask help centre',
  description: 'Asks whether there are articles to show, as the widget does.',
  safety: { readOnly: true },
  input: z.object({ chatbotId: chatbot }),
  output: z.object({ hasArticles: z.boolean().describe('Whether there are any.') }),
}).run(async ({ chatbotId }, ctx) => ({ hasArticles: await ctx.use(helpCentre).hasArticles(chatbotId) }));

/** What neighbours do with a knowledge base, as tools. */
export function keeper(): Plugin {
  return definePlugin({
    id: 'keeper',
    version: '1.0.0',
    tools: [exportKnowledge, importKnowledge, viewArticle, voteArticle, citeArticle, findArticle, askHelpCentre],
  });
}
