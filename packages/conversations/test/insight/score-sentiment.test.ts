import { describe, expect, test } from 'vitest';
import { scoreSentiment } from '../../src/insight/sentiment/score-sentiment.ts';
import type { SentimentContext } from '../../src/insight/sentiment/sentiment.ts';
import { said, visitorSaid } from './support/said.ts';

const english = { language: 'en' };
const scored = (text: string, context: SentimentContext = english) => scoreSentiment(visitorSaid(text), context);

describe('words and phrases', () => {
  test.each([
    ['Problem solved', 'positive'],
    ['Not bad!', 'positive'],
    ['I want my money back', 'negative'],
    ['I was charged twice', 'negative'],
    ['This is the third time I ask', 'negative'],
    ['Great, now it crashed again', 'negative'],
    ['Do you have a free trial?', 'neutral'],
    ['Can I get my money back if I do not like it?', 'neutral'],
    ['What happens if the screen is broken?', 'neutral'],
  ] as const)('%s: %s', (text, label) => {
    expect(scored(text).label).toBe(label);
  });

  test('a negation turns praise, an apostrophe or none', () => {
    expect(scored('That is not helpful').score).toBeLessThan(0);
    expect(scored("That isn't helpful").score).toBe(scored('That is not helpful').score);
    expect(scored('That isnt helpful').score).toBe(scored('That is not helpful').score);
    expect(scored('No, that was helpful').label).toBe('positive');
  });

  test('a degree makes a word stronger or weaker', () => {
    const plain = scored('The parcel is annoying').score;
    expect(scored('The parcel is extremely annoying').score).toBeLessThan(plain);
    expect(scored('The parcel is slightly annoying').score).toBeGreaterThan(plain);
  });

  test('what comes after "but" counts more', () => {
    expect(scored('The menu is confusing but the staff is friendly').score).toBeGreaterThan(0);
    expect(scored('The staff is friendly but the menu is confusing').score).toBeLessThan(0);
  });

  test('what is only supposed hardly counts, up to the next comma', () => {
    expect(scored('Call me if the screen is broken').label).toBe('neutral');
    expect(scored('Call me as the screen is broken').label).toBe('negative');
    expect(scored('If you ask me, the screen is broken').label).toBe('negative');
  });

  test('thanks are a mood only where nothing else is said', () => {
    expect(scored('Thanks!').label).toBe('positive');
    expect(scored('My parcel never arrived. Thanks.').label).toBe('negative');
    expect(scored('Thanks, where can I change my address?').label).toBe('neutral');
  });

  test('an emoji is read, the same ten times no more than once', () => {
    expect(scored('👍').label).toBe('positive');
    expect(scored('😡😡😡😡😡😡').score).toBe(scored('😡').score);
    expect(scored('🚗🚗').label).toBe('unknown');
  });
});

describe('what is unknown', () => {
  test('nothing said, or one or two words that say nothing', () => {
    expect(scoreSentiment([], english)).toEqual({
      label: 'unknown',
      score: 0,
      confidence: 0,
      trend: 'unknown',
      method: 'none',
      signals: [],
    });
    expect(scored('yes').label).toBe('unknown');
    expect(scored('order 4711').label).toBe('unknown');
  });

  test('a language that is not read, even if it looks like one that is', () => {
    expect(scored('O meu pedido chegou terrible', { language: 'pt-BR' }).label).toBe('unknown');
  });

  test('but a rating or an emoji needs no language', () => {
    expect(scored('注文した商品がまだ届きません', { language: 'ja', rating: 1 })).toMatchObject({
      label: 'negative',
      method: 'behaviour',
      trend: 'unknown',
    });
    expect(scored('届きません 😡', { language: 'ja' }).label).toBe('negative');
  });

  test('without a language, words that are clear in the languages that are read are read', () => {
    expect(scored('Muchas gracias', {}).label).toBe('positive');
    expect(scored('Das funktioniert nicht', {}).label).toBe('negative');
    expect(scored('the parcel of my brother', {}).label).toBe('unknown');
    // Bad in English, good in German and French.
    expect(scored('super bad', {}).label).toBe('unknown');
    expect(scored('super bad').label).toBe('negative');
  });

  test('a region does not matter', () => {
    expect(scored('Das funktioniert nicht', { language: 'de-AT' }).label).toBe('negative');
  });
});

describe('behaviour', () => {
  const polite = 'Thank you for the answer';

  test('a rating outweighs words', () => {
    expect(scored('This is terrible', { ...english, rating: 5 }).label).toBe('positive');
    expect(scored('Great, thank you', { ...english, rating: 1 }).label).toBe('negative');
    expect(scored('Great, thank you', { ...english, rating: 9 })).toEqual(scored('Great, thank you'));
  });

  test.each([
    ['unhelpful votes', { unhelpfulVotes: 2 }],
    ['repeated questions', { repeatedQuestions: 2 }],
    ['asking for a person again and again', { askedForHuman: 3, invalidReplies: 4 }],
  ])('%s outweigh a polite line', (_, context) => {
    expect(scored(polite).label).toBe('positive');
    expect(scored(polite, { ...english, ...context }).score).toBeLessThan(scored(polite).score);
    expect(scored('I have a question about the invoice', { ...english, ...context }).label).toBe('negative');
  });

  test('one slip in a form and one wish for a person say nothing yet', () => {
    expect(scored('Can I talk to a person?', { ...english, invalidReplies: 1 }).label).toBe('neutral');
  });

  test('a question that is asked again is found', () => {
    const again = scoreSentiment(
      visitorSaid('Where is the parcel I ordered?', 'It is order 12', 'Where is the parcel I ordered'),
      english,
    );
    expect(again.signals).toContainEqual({ kind: 'repeated_question', count: 1, weight: -0.35 });
    expect(again.label).toBe('negative');
  });

  test('capitals make a complaint worse, and are the caps lock otherwise', () => {
    expect(scored('WHY IS MY PARCEL STILL MISSING').score).toBeLessThan(scored('Why is my parcel still missing').score);
    expect(scored('MY NAME IS JOHN SMITH').label).toBe('neutral');
  });
});

describe('the whole conversation', () => {
  test('only the visitor is read', () => {
    const messages = [said('bot', 'Sorry, that was terrible'), said('visitor', 'Where do I sign up?')];
    expect(scoreSentiment([...messages, said('agent', 'Great, wonderful, perfect!')], english)).toEqual(
      scoreSentiment(messages.slice(1), english),
    );
  });

  test('what is said last weighs more', () => {
    const bad = 'The app is broken';
    const good = 'Problem solved, awesome';
    const better = scoreSentiment(visitorSaid(bad, good), english);
    const worse = scoreSentiment(visitorSaid(good, bad), english);
    expect(better.score).toBeGreaterThan(worse.score);
  });

  test('the trend is the last third against the first', () => {
    const [bad, plain, good] = ['The app is broken', 'I use the blue one', 'It works now, awesome'] as const;
    expect(scoreSentiment(visitorSaid(bad, plain, good), english).trend).toBe('improving');
    expect(scoreSentiment(visitorSaid(good, plain, bad), english).trend).toBe('worsening');
    expect(scoreSentiment(visitorSaid(plain, bad, plain), english).trend).toBe('steady');
    expect(scoreSentiment(visitorSaid(bad, good), english).trend).toBe('unknown');
  });

  test('evidence that contradicts itself is less sure', () => {
    const agreed = scoreSentiment(visitorSaid('The staff is rude', 'The room is dirty'), english);
    const mixed = scoreSentiment(visitorSaid('The staff is awesome', 'The room is dirty and awful'), english);
    expect(mixed.confidence).toBeLessThan(agreed.confidence);
  });

  test('the method tells what was used', () => {
    expect(scored('It is broken').method).toBe('lexicon');
    expect(scored('It is broken', { ...english, rating: 2 }).method).toBe('lexicon+behaviour');
    expect(scoreSentiment([], { rating: 2 }).method).toBe('behaviour');
  });
});
