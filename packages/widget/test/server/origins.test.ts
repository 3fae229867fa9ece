import { describe, expect, it } from 'vitest';
import { allowsOrigin } from '../../src/access/allows-origin.ts';
import { matchesOrigin, originPattern } from '../../src/access/origin-pattern.ts';

const server = 'https://chat.example';

describe('a pattern of origins', () => {
  it.each([
    ['https://Shop.example', 'https://shop.example'],
    ['https://shop.example/', 'https://shop.example'],
    ['https://shop.example:443', 'https://shop.example'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['*.Example.com', '*.example.com'],
  ])('%s is kept as %s', (written, kept) => {
    expect(originPattern.parse(written)).toBe(kept);
  });

  it.each([
    '*',
    '*.com',
    'shop.example',
    'https://*.example.com',
    'https://shop.example/path',
    'null',
    'ftp://a.b',
    '*.a b.com',
    'https://a:b@c.d',
    "*.x.com 'unsafe-inline'",
  ])('%s is none', written => {
    expect(originPattern.safeParse(written).success).toBe(false);
  });

  it.each([
    ['https://shop.example', 'https://shop.example', true],
    ['https://shop.example', 'http://shop.example', false],
    ['https://shop.example', 'https://shop.example:8443', false],
    ['https://shop.example', 'https://www.shop.example', false],
    ['*.example.com', 'https://www.example.com', true],
    ['*.example.com', 'https://a.b.example.com:8443', true],
    ['*.example.com', 'https://example.com', false],
    ['*.example.com', 'https://badexample.com', false],
    ['*.example.com', 'https://example.com.evil.net', false],
    ['*.example.com', 'chrome-extension://www.example.com', false],
    ['*.example.com', 'null', false],
  ])('%s lets %s in: %s', (pattern, origin, expected) => {
    expect(matchesOrigin(pattern, origin)).toBe(expected);
  });
});

describe('who may show a chatbot', () => {
  it('is anybody where nobody is named', () => {
    expect(allowsOrigin([], 'https://anywhere.example', server)).toBe(true);
  });

  it('is who is named, and this server', () => {
    const allowed = ['https://shop.example', '*.example.com'];
    expect(allowsOrigin(allowed, 'https://www.example.com', server)).toBe(true);
    expect(allowsOrigin(allowed, server, server)).toBe(true);
    expect(allowsOrigin(allowed, null, server)).toBe(true);
    expect(allowsOrigin(allowed, 'null', server)).toBe(false);
    expect(allowsOrigin(allowed, 'https://anywhere.example', server)).toBe(false);
  });
});
