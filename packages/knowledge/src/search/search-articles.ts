import type { CallContext } from '@conferbot/plugin';
import { plainText } from '../markdown/plain-text.ts';
import { type FoundSection, findSections } from './find-sections.ts';
import { matcherOf } from './matches.ts';
import { type Snippet, snippetOf } from './snippet.ts';

/** An article that a search found, by its best section. */
export interface SearchHit {
  /** uuid */
  readonly articleId: string;
  /** Of the section; null for what comes before the first heading. */
  readonly heading: string | null;
  /** See `headingAnchor`. */
  readonly anchor: string | null;
  readonly snippet: Snippet;
  /** From 0 to about 1; good for the order of one search only. */
  readonly score: number;
}

export interface Search {
  /** uuid */
  readonly chatbotId: string;
  readonly text: string;
  /** BCP 47; articles in its language come first. */
  readonly locale?: string | undefined;
  /** Articles at most. */
  readonly limit: number;
}

/** Articles that have less of what is looked for than this share of the best are left out. */
const leastShare = 0.08;

/** Published articles of a chatbot for words that somebody typed, best first, each once. */
export async function searchArticles(ctx: CallContext, search: Search): Promise<readonly SearchHit[]> {
  const { asked, sections } = await findSections(ctx, search);
  const least = (sections[0]?.score ?? 0) * leastShare;
  const best = bestOfArticles(sections)
    .filter(({ score }) => score >= least)
    .slice(0, search.limit);
  const matcher = await matcherOf(
    ctx,
    asked,
    best.map(({ dictionary, body }) => ({ dictionary, text: plainText(body) })),
  );
  return best.map(({ articleId, heading, anchor, body, score }) => ({
    articleId,
    heading,
    anchor,
    snippet: snippetOf(body, matcher),
    score,
  }));
}

/** The best section of each article, in order. */
function bestOfArticles(sections: readonly FoundSection[]): FoundSection[] {
  const seen = new Set<string>();
  return sections.filter(({ articleId }) => !seen.has(articleId) && seen.add(articleId));
}
