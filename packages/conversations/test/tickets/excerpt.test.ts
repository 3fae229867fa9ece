import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/tickets/excerpt.ts';

describe('an excerpt', () => {
  it.each([
    ['short', 'short'],
    ['  two\n\n lines\t', 'two lines'],
    ['nothing\u0000to\u001bsee', 'nothing to see'],
    ['exactly 20 characters', 'exactly 20 characte…'],
    ['👩‍🚀'.repeat(9), '👩‍🚀👩‍🚀👩‍🚀…'],
    [' \n ', ''],
    ['\ud800', '\ufffd'],
  ])('of %j is %j', (text, expected) => {
    expect(excerpt(text, 20)).toBe(expected);
  });

  it('is one line of whole characters that is never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (text, longest) => {
        const cut = excerpt(text, longest);
        expect(cut.length).toBeLessThanOrEqual(longest);
        expect(cut).toMatch(/^[^\p{Cc}\p{Cs}]*$/u);
      }),
    );
  });
});
