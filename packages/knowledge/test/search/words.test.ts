import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/search/edit-distance.ts';
import { languageOf } from '../../src/search/languages/known-languages.ts';
import { letterSignature } from '../../src/search/letter-signature.ts';
import { sentencesOf } from '../../src/search/sentences.ts';
import { likeness } from '../../src/search/spelling.ts';
import { foldedWords, wordsIn } from '../../src/search/words.ts';

describe('words', () => {
  it('are folded: case, accents, width, ligatures', () => {
    expect(foldedWords('Größe ÜBER café ＡＢＣ ﬁne Łódź İstanbul')).toEqual([
      'grosse',
      'uber',
      'cafe',
      'abc',
      'fine',
      'lodz',
      'istanbul',
    ]);
  });

  it('keep sounds that marks make in other scripts', () => {
    expect(foldedWords('ガ')).toEqual(['ガ']);
    expect(foldedWords('йод')).toEqual(['йод']);
  });

  it('are split at blanks and signs, but for a single letter and a hyphen', () => {
    expect(foldedWords("e-mail, two-factor; don't l'article #42")).toEqual([
      'email',
      'two',
      'factor',
      'don',
      't',
      'l',
      'article',
      '42',
    ]);
  });

  it('are pairs of characters where a script has no spaces, and stand where they are', () => {
    const text = 'PDFを開くopen';
    expect(wordsIn(text).map(({ word, start, end }) => [word, text.slice(start, end)])).toEqual([
      ['pdf', 'PDF'],
      ['を開', 'を開'],
      ['開く', '開く'],
      ['open', 'open'],
    ]);
  });
});

describe('a misspelt word', () => {
  it('is an edit away, or two where it is long, and begins as it should', () => {
    expect(editDistance('recieve', 'receive')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(likeness('shiping', 'shipping')).toBeGreaterThan(likeness('cancelation', 'cancellations'));
    expect(likeness('cancelation', 'cancellations')).toBeGreaterThan(0);
    expect(likeness('loud', 'cloud')).toBe(0);
    expect(likeness('wife', 'wiped')).toBe(0);
    expect(likeness('cat', 'car')).toBe(0);
    expect(likeness('apswords', 'passwords')).toBeGreaterThan(0);
  });

  it('changes two bits of its signature with an edit at most', () => {
    const bits = (one: string, other: string) =>
      (letterSignature(one) ^ letterSignature(other)).toString(2).replace(/[^1]/g, '').length;
    expect(bits('password', 'passwort')).toBeLessThanOrEqual(2);
    expect(bits('password', 'pasword')).toBeLessThanOrEqual(2);
    expect(bits('password', 'apssword')).toBe(0);
    expect(bits('zzzz', 'abcd')).toBe(5);
  });
});

describe('the language of a question', () => {
  it('is told by its function words, else by the locale', () => {
    const told = (text: string, locale?: string) => languageOf(foldedWords(text), locale).tag;
    expect(told('Wie kann ich mein Konto löschen?', 'en-US')).toBe('de');
    expect(told('¿Cómo puedo cancelar mi cuenta?')).toBe('es');
    expect(told('Comment puis-je annuler ma commande ?')).toBe('fr');
    expect(told('Hoe kan ik mijn bestelling wijzigen')).toBe('nl');
    expect(told('router', 'it-IT')).toBe('it');
    expect(told('router', 'ja')).toBe('en');
  });
});

describe('sentences', () => {
  it('end where they end, not after an abbreviation', () => {
    expect(sentencesOf('Use it, e.g. Today. Pay £3.90 now! Done?\nNext line')).toEqual([
      'Use it, e.g. Today.',
      'Pay £3.90 now!',
      'Done?',
      'Next line',
    ]);
  });
});
