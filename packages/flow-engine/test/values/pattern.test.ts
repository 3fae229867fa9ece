import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkPattern, longestPattern, matchesPattern } from '../../src/values/pattern.ts';
import { patternSize } from '../../src/values/pattern-size.ts';

describe('the size of a pattern', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['a{3}b{2,5}', 8],
    ['(?:[a-z]{100}){9}', 927],
    ['[(){}]{2}\\({3}', 5],
    ['a{4,}', 4],
    ['((', 0],
    [')', 1],
    ['{3}', 0],
  ])('%s is about %d', (pattern, size) => {
    expect(patternSize(pattern)).toBe(size);
  });
});

describe('a regular expression', () => {
  test.each([
    ['(a+)+$', `${'a'.repeat(9_999)}b`],
    ['^(([a-z])+.)+[0-9]([a-z])+$', 'a'.repeat(10_000)],
    ['(x*)*(x*)*(x*)*y', 'x'.repeat(10_000)],
    ['(.*?,){11}P', ','.repeat(10_000)],
    ['^(?:(?:a|aa)+)+$', `${'a'.repeat(9_999)}!`],
  ])('%s is done with on a text made to hold it up', (pattern, text) => {
    expect(checkPattern(pattern)).toBe('ok');
    expect(matchesPattern(pattern, text)).toBe(false);
  });

  it('matches anywhere, without regard to case', () => {
    expect(matchesPattern('w[oö]rld', 'Hello WÖRLD!')).toBe(true);
    expect(matchesPattern('^world', 'Hello world')).toBe(false);
  });

  it('is read as JavaScript writes it', () => {
    expect(matchesPattern('^\\u0041\\/(?<year>\\d{4})$', 'a/2026')).toBe(true);
  });

  it('looks at the first 10,000 characters of a text', () => {
    const text = `${'a'.repeat(9_999)}bc`;
    expect(matchesPattern('b', text)).toBe(true);
    expect(matchesPattern('c', text)).toBe(false);
  });

  test.each([
    ['^\\d+$', 'ok'],
    ['\\\\k<n>', 'ok'],
    ['', 'ok'],
    ['(', 'bad'],
    ['[z-a]', 'bad'],
    ['*', 'bad'],
    ['a\\', 'bad'],
    ['\\p{Nonsense}', 'bad'],
    ['a'.repeat(longestPattern), 'ok'],
    ['a'.repeat(longestPattern + 1), 'bad'],
    ['(a)\\1', 'unsafe'],
    ['(?=a)b', 'unsafe'],
    ['(?<!\\-)b', 'unsafe'],
    ['(?<n>a)\\k<n>', 'unsafe'],
    ['(?:a{1000}){1000}', 'unsafe'],
    ['[a-z]{0,500}', 'ok'],
    ['[a-z]{0,999}', 'unsafe'],
    [`${'[a-z]{0,999}'.repeat(80)}[0-9]`, 'unsafe'],
    [`(?:${'a'.repeat(980)}){1000}`, 'unsafe'],
    ['a{2', 'ok'],
    ['\\Qa.b\\E', 'bad'],
    [`(?:${'a?'.repeat(300)}\\Q)\\E){999}`, 'bad'],
    [')', 'bad'],
  ])('%.20s is %s', (pattern, verdict) => {
    expect(checkPattern(pattern)).toBe(verdict);
    expect(matchesPattern(pattern, 'a') !== undefined).toBe(verdict === 'ok');
  });

  it('gives the same answer after many others were used', () => {
    const before = matchesPattern('(a)(', 'a');
    for (let i = 0; i < 500; i++) expect(matchesPattern(`^${i}$`, String(i))).toBe(true);
    expect(matchesPattern('^7$', '7')).toBe(true);
    expect(matchesPattern('(a)(', 'a')).toBe(before);
  });

  it('never throws, whatever it is', () => {
    const source = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'ab(){}[]*+?|^$\\.,-<=!:1dpLk{') }));
    fc.assert(
      fc.property(source, fc.string({ unit: 'binary' }), (pattern, text) => {
        const usable = matchesPattern(pattern, text) !== undefined;
        expect(checkPattern(pattern) === 'ok').toBe(usable);
      }),
      { numRuns: 1_000 },
    );
  });

  it('agrees with JavaScript on simple patterns', () => {
    const part = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '(?:ab)', '(a|b)', '^', '$');
    const repeated = fc.tuple(part, fc.constantFrom('', '', '{1,2}', '?')).map(([one, times]) => {
      return /^[\^$]$/.test(one) ? one : one + times;
    });
    const pattern = fc.array(repeated, { maxLength: 6 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom(...'abAB1 ') }), (source, text) => {
        expect(matchesPattern(source, text)).toBe(new RegExp(source, 'i').test(text));
      }),
      { numRuns: 500 },
    );
  });
});
