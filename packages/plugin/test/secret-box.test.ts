import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecretBox } from '../src/index.ts';

const key = randomBytes(32);
const box = createSecretBox(key);
const cannotOpen = /not sealed with this key/;

describe('a secret box', () => {
  it('gives back every text in its context, and seals it anew each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => {
        const sealed = box.seal(text, context);
        expect(sealed).toMatch(/^v1\.[\w-]+$/);
        expect(box.open(sealed, context)).toBe(text);
        expect(box.seal(text, context)).not.toBe(sealed);
      }),
      { numRuns: 50 },
    );
  });

  it('holds nothing of the text in the clear', () => {
    const sealed = box.seal('hunter2hunter2', 'a');
    expect(Buffer.from(sealed.slice(3), 'base64url').toString('latin1')).not.toContain('hunter2');
    expect(sealed).not.toContain(Buffer.from('hunter2hunter2').toString('base64url'));
  });

  it('opens in its own context and with its own key only', () => {
    const sealed = box.seal('s3cret', 'workspace/a');
    expect(() => box.open(sealed, 'workspace/b')).toThrow(cannotOpen);
    expect(() => createSecretBox(randomBytes(32)).open(sealed, 'workspace/a')).toThrow(cannotOpen);
    expect(createSecretBox(key).open(sealed, 'workspace/a')).toBe('s3cret');
  });

  it('opens nothing of which one bit was changed, and nothing cut short', () => {
    const sealed = box.seal('s3cret', 'a');
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => box.open(`v1.${changed.toString('base64url')}`, 'a'), `bit ${bit}`).toThrow(cannotOpen);
    }
    for (let length = 0; length < bytes.length; length++) {
      expect(() => box.open(`v1.${bytes.toString('base64url', 0, length)}`, 'a'), `${length}`).toThrow(cannotOpen);
    }
  });

  it.each(['', 's3cret', 'v1', 'v1.', 'v2.AAAA', 'v1.AAAA.AAAA', 'v1.not base 64'])('cannot open %j', text => {
    expect(() => box.open(text, 'a')).toThrow(cannotOpen);
  });

  it('does not say in its error what it was given', () => {
    expect(() => box.open('v1.s3cret', 'workspace/a')).toThrow(/^(?!.*(?:s3cret|workspace))/);
  });

  it('takes keys of 32 bytes, and keeps its own copy', () => {
    for (const length of [0, 16, 31, 33]) expect(() => createSecretBox(new Uint8Array(length))).toThrow(RangeError);
    const given = Uint8Array.from(key);
    const own = createSecretBox(given);
    const sealed = own.seal('s3cret', 'a');
    given.fill(0);
    expect(own.open(sealed, 'a')).toBe('s3cret');
  });
});
