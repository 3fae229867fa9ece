import { describe, expect, it } from 'vitest';
import { templateCatalogue, templateScripts } from '../src/index.ts';

const { categories, templates } = templateCatalogue;

interface Knowledge {
  readonly categories: readonly { readonly name: string; readonly icon?: string; readonly color?: string }[];
  readonly articles: readonly {
    readonly title: string;
    readonly description: string;
    readonly content: string;
    readonly category: string;
    readonly reviewStatus: string;
    readonly seoKeywords: readonly string[];
    readonly metaDescription: string;
  }[];
}

const knowledge = templates.map(({ slug, aspects }) => ({ slug, ...(aspects.knowledge as Knowledge) }));
const articles = knowledge.flatMap(({ slug, articles, categories }) =>
  articles.map(article => ({ slug, categories: categories.map(({ name }) => name), ...article })),
);
const words = (text: string) => text.split(/\s+/).filter(word => /\w/.test(word)).length;

describe('the catalogue', () => {
  it('has 18 templates, by the slugs that their ids are made of', () => {
    expect(templates.map(({ slug }) => slug)).toEqual([
      'agency-lead-qualifier',
      'demo-request',
      'help-desk-triage',
      'order-status',
      'returns-and-exchanges',
      'appointment-booking',
      'restaurant-table',
      'nps-survey',
      'csat-after-chat',
      'product-finder',
      'plan-and-price-estimator',
      'trial-onboarding',
      'job-application-screener',
      'property-enquiry',
      'clinic-pre-visit-form',
      'course-quiz',
      'event-registration',
      'out-of-hours-concierge',
    ]);
    expect(new Set(templates.map(({ name }) => name)).size).toBe(18);
  });

  it('is sorted into ten categories, none of them empty', () => {
    expect(categories).toHaveLength(10);
    expect(new Set(templates.map(({ category }) => category))).toEqual(new Set(categories.map(({ id }) => id)));
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(templateCatalogue))).toStrictEqual(templateCatalogue);
    expect(structuredClone(templateCatalogue)).toStrictEqual(templateCatalogue);
    expect(JSON.parse(JSON.stringify(templateScripts))).toStrictEqual(templateScripts);
  });

  it.each(templates)('says of $slug in a sentence or two what it does, and what counts as a success', template => {
    expect(template.name.length).toBeLessThanOrEqual(100);
    expect(template.description).toMatch(/^[A-Z].{60,300}\.$/);
    expect(template.goal).toMatch(/^[A-Z].{15,150}\.$/);
    expect(Object.keys(template.aspects).sort()).toEqual(['flow', 'knowledge', 'widget']);
  });
});

describe('the knowledge', () => {
  it.each(knowledge)('of $slug is three to six articles in categories, none of them empty', subject => {
    expect(subject.articles.length).toBeGreaterThanOrEqual(3);
    expect(subject.articles.length).toBeLessThanOrEqual(6);
    const names = subject.categories.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(subject.articles.map(({ category }) => category))).toEqual(new Set(names));
    for (const { icon = '', color = '#000000' } of subject.categories) {
      expect(icon.length).toBeLessThanOrEqual(10);
      expect(color).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  it.each(articles)('of $slug tells "$title" in 80 to 200 words, to be published', article => {
    expect(words(article.content)).toBeGreaterThanOrEqual(80);
    expect(words(article.content)).toBeLessThanOrEqual(200);
    expect(article.reviewStatus).toBe('published');
    expect(article.categories).toContain(article.category);
    expect(article.title.length).toBeLessThanOrEqual(100);
    expect(article.description).not.toBe('');
    expect(article.seoKeywords.length).toBeGreaterThanOrEqual(2);
    expect(article.metaDescription.length).toBeGreaterThan(40);
    expect(article.metaDescription.length).toBeLessThanOrEqual(160);
  });
});
