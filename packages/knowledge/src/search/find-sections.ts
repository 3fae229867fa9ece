import type { CallContext } from '@conferbot/plugin';
import { ask } from './ask.ts';
import type { AskedQuestion, AskedWord } from './asked-word.ts';

/** A section of an article that has words of a question. */
export interface FoundSection {
  /** uuid */
  readonly articleId: string;
  readonly ordinal: number;
  readonly title: string;
  readonly heading: string | null;
  readonly anchor: string | null;
  /** Markdown, cleaned. */
  readonly body: string;
  readonly locale: string;
  readonly dictionary: string;
  readonly score: number;
  /** Share of the question that the section has words for, from 0 to 1. */
  readonly coverage: number;
  /** The same of its article, as far as its sections were found. */
  readonly articleCoverage: number;
}

export interface Found {
  readonly asked: AskedQuestion;
  /** Best first. */
  readonly sections: readonly FoundSection[];
}

interface Row extends Omit<FoundSection, 'articleId' | 'score' | 'coverage' | 'articleCoverage'> {
  readonly article_id: string;
  readonly score: number;
  readonly slots: readonly number[];
  readonly factors: readonly number[];
  readonly helpful: number | null;
  readonly not_helpful: number | null;
}

/** What a term counts for grows with its weight up to here, by half at this weight. */
const halfWeight = 3;
const mostSections = 40;
const inOtherLanguage = 0.7;
/** How much of its score a section can win or lose by what readers say of its article. */
const votesShare = 0.1;
const fewestVotes = 5;

/** The sections of a chatbot's published articles that have words of a text, across their languages. */
export async function findSections(
  ctx: CallContext,
  {
    chatbotId,
    text,
    locale,
  }: { readonly chatbotId: string; readonly text: string; readonly locale?: string | undefined },
): Promise<Found> {
  const asked = await ask(ctx, chatbotId, text, locale);
  const entries = asked.words.flatMap(({ terms, worth }, slot) =>
    [...terms].map(([term, factor]) => ({ slot, term, factor, worth: factor * worth })),
  );
  if (entries.length === 0) return { asked, sections: [] };
  const rows = await ctx.sql<Row>`
    with asked as (
      select * from unnest(${entries.map(({ slot }) => slot)}::int[], ${entries.map(({ term }) => term)}::text[],
        ${entries.map(({ factor }) => factor)}::float8[], ${entries.map(({ worth }) => worth)}::float8[])
        as a(slot, term, factor, worth)
    ), parts as (
      select t.article_id, t.ordinal, a.slot, max(a.factor) as factor,
        max(a.worth * t.weight / (t.weight + ${halfWeight}::float8)) as part
      from asked a
        -- Term by term, which the offset keeps the planner to: an embedded store never learns its statistics.
        cross join lateral (
          select article_id, ordinal, weight from knowledge_terms
          where chatbot_id = ${chatbotId} and term = a.term offset 0) as t
      group by t.article_id, t.ordinal, a.slot
    ), ranked as (
      select article_id, ordinal, sum(part) as score,
        array_agg(slot order by slot) as slots, array_agg(factor order by slot) as factors
      from parts group by article_id, ordinal
      order by score desc, article_id, ordinal limit ${mostSections}
    )
    select r.article_id, r.ordinal, r.score, r.slots, r.factors, s.title, s.heading, s.anchor, s.body, s.locale,
      s.dictionary, a.helpful, a.not_helpful
    from ranked r
      join knowledge_sections s on s.article_id = r.article_id and s.ordinal = r.ordinal
      left join knowledge_articles a on a.id = r.article_id`;
  const articles = new Map(rows.map(({ article_id: id }) => [id, rows.filter(row => row.article_id === id)]));
  const sections = rows.map(row => scored(row, articles.get(row.article_id) ?? [row], asked, locale));
  return { asked, sections: sections.sort((one, other) => other.score - one.score || one.ordinal - other.ordinal) };
}

function scored(
  row: Row,
  siblings: readonly Row[],
  { words, language }: AskedQuestion,
  locale: string | undefined,
): FoundSection {
  const { article_id: articleId, slots: _slots, factors: _factors, helpful, not_helpful: notHelpful, ...section } = row;
  const whole = words.reduce((sum, { worth }) => sum + worth, 0);
  const coverage = covered([row], words) / whole;
  const articleCoverage = covered(siblings, words) / whole;
  const wanted = [language, primaryTag(locale ?? language)];
  const fitting = wanted.includes(primaryTag(row.locale)) ? 1 : inOtherLanguage;
  const covering = 0.4 + 0.4 * coverage + 0.2 * articleCoverage;
  const score = (row.score / whole) * covering * fitting * opinion(helpful ?? 0, notHelpful ?? 0);
  return { ...section, articleId, score, coverage, articleCoverage };
}

/** What of a question some sections have words for together. */
function covered(rows: readonly Row[], words: readonly AskedWord[]): number {
  const best = new Map<number, number>();
  for (const { slots, factors } of rows) {
    for (const [index, slot] of slots.entries()) {
      best.set(slot, Math.max(best.get(slot) ?? 0, factors[index] ?? 0));
    }
  }
  return [...best].reduce((sum, [slot, factor]) => sum + factor * (words[slot]?.worth ?? 0), 0);
}

/** The lower bound of what readers think (Wilson, 95 %), as a factor around 1. */
function opinion(helpful: number, notHelpful: number): number {
  const votes = helpful + notHelpful;
  if (votes < fewestVotes) return 1;
  const share = helpful / votes;
  const z = 1.96;
  const spread = z * Math.sqrt((share * (1 - share) + z ** 2 / (4 * votes)) / votes);
  const bound = (share + z ** 2 / (2 * votes) - spread) / (1 + z ** 2 / votes);
  return 1 + votesShare * (bound - 0.5);
}

function primaryTag(locale: string): string {
  return locale.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}
