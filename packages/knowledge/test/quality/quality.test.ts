import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { products } from './corpus.ts';
import { type Asked, type Measures, measure } from './measure.ts';
import { QualityBed } from './quality-bed.ts';
import { withTypos } from './typos.ts';

/** Every other question was looked at when weights and thresholds were set; the others only measure. */
const tuned = (asked: readonly Asked[]) => asked.filter((_, index) => index % 2 === 0);
const heldOut = (asked: readonly Asked[]) => asked.filter((_, index) => index % 2 === 1);

let bed: QualityBed;
let measures: Readonly<Record<string, Measures>> = {};

beforeAll(async () => {
  bed = await QualityBed.open();
  const plain = await bed.ask(text => text);
  const misspelt = await bed.ask(withTypos);
  measures = {
    tuned: measure(tuned(plain)),
    heldOut: measure(heldOut(plain)),
    tunedWithTypos: measure(tuned(misspelt)),
    heldOutWithTypos: measure(heldOut(misspelt)),
  };
  console.table(measures);
}, 120_000);
afterAll(() => bed?.[Symbol.asyncDispose]());

describe('the corpus', () => {
  it('has articles and questions enough to tell', () => {
    const questions = products.flatMap(product => product.questions);
    expect(products.flatMap(product => product.articles).length).toBeGreaterThanOrEqual(100);
    expect(questions.filter(({ article }) => article !== null).length).toBeGreaterThanOrEqual(150);
    expect(questions.filter(({ article }) => article === null).length).toBeGreaterThanOrEqual(40);
    for (const { articles, questions: asked } of products) {
      const keys = new Set(articles.map(({ key }) => key));
      for (const { article } of asked) if (article !== null) expect(keys).toContain(article);
    }
  });

  it('misspells most questions, and each the same way every time', () => {
    const texts = products.flatMap(product => product.questions.map(({ text }) => text));
    const misspelt = texts.map(withTypos);
    expect(misspelt).toEqual(texts.map(withTypos));
    expect(misspelt.filter((text, index) => text !== texts[index]).length).toBeGreaterThan(texts.length * 0.95);
  });
});

/** A little below what was reached. */
const floors: Readonly<Record<string, Omit<Measures, 'questions'>>> = {
  tuned: { recallAt5: 0.91, reciprocalRank: 0.82, answerRate: 0.74, rightAnswers: 0.8, falseAnswerRate: 0.04 },
  heldOut: { recallAt5: 0.91, reciprocalRank: 0.81, answerRate: 0.73, rightAnswers: 0.75, falseAnswerRate: 0.08 },
  tunedWithTypos: {
    recallAt5: 0.91,
    reciprocalRank: 0.83,
    answerRate: 0.62,
    rightAnswers: 0.83,
    falseAnswerRate: 0.04,
  },
  heldOutWithTypos: {
    recallAt5: 0.9,
    reciprocalRank: 0.8,
    answerRate: 0.56,
    rightAnswers: 0.78,
    falseAnswerRate: 0.12,
  },
};

describe.each(Object.entries(floors))('questions of visitors (%s)', (name, floor) => {
  it('find their article', () => {
    expect(measures[name]?.recallAt5).toBeGreaterThanOrEqual(floor.recallAt5);
    expect(measures[name]?.reciprocalRank).toBeGreaterThanOrEqual(floor.reciprocalRank);
  });

  it('are answered, mostly out of the article that was expected', () => {
    expect(measures[name]?.answerRate).toBeGreaterThanOrEqual(floor.answerRate);
    expect(measures[name]?.rightAnswers).toBeGreaterThanOrEqual(floor.rightAnswers);
  });

  it('are not answered where no article does', () => {
    expect(measures[name]?.falseAnswerRate).toBeLessThanOrEqual(floor.falseAnswerRate);
  });
});
