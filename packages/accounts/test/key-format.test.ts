import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isApiKey, newApiKey, prefixOf } from '../src/keys/key-format.ts';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('an API key', () => {
  test('is cbk_, 43 characters that carry 256 bits, and a checksum of 6', () => {
    for (let index = 0; index < 500; index++) {
      const key = newApiKey();
      expect(key).toMatch(/^cbk_[0-9A-Za-z]{49}$/);
      let value = 0n;
      for (const char of key.slice(4, 47)) value = value * 62n + BigInt(base62.indexOf(char));
      expect(value).toBeLessThan(2n ** 256n);
      expect(isApiKey(key)).toBe(true);
    }
  });

  test('uses all of its 256 bits', () => {
    let ones = 0n;
    let zeros = 0n;
    for (let index = 0; index < 200; index++) {
      let value = 0n;
      for (const char of newApiKey().slice(4, 47)) value = value * 62n + BigInt(base62.indexOf(char));
      ones |= value;
      zeros |= ~value & (2n ** 256n - 1n);
    }
    expect(ones).toBe(2n ** 256n - 1n);
    expect(zeros).toBe(2n ** 256n - 1n);
  });

  test('is never the same twice', () => {
    expect(new Set(Array.from({ length: 1000 }, newApiKey)).size).toBe(1000);
  });

  test('with any one character changed is not a key', () => {
    const key = newApiKey();
    fc.assert(
      fc.property(fc.nat(48), fc.nat(61), (at, digit) => {
        const index = at + 4;
        const char = base62[digit] ?? '0';
        fc.pre(key[index] !== char);
        expect(isApiKey(key.slice(0, index) + char + key.slice(index + 1))).toBe(false);
      }),
    );
  });

  test('is not any other text', () => {
    fc.assert(fc.property(fc.string(), text => !isApiKey(text)));
    const key = newApiKey();
    for (const text of ['', key.slice(0, -1), `${key}0`, ` ${key}`, `${key}\n`, key.replace('cbk_', 'sk_')]) {
      expect(isApiKey(text)).toBe(false);
    }
  });

  test('shows 8 characters of itself', () => {
    const key = newApiKey();
    expect(prefixOf(key)).toBe(key.slice(0, 8));
  });
});
