import type { InputKind } from '@conferbot/flow-engine';
import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../src/answers/is-question.ts';

const asks = (kind: InputKind) => (text: string) => isQuestion(text, { kind });

describe.each(['choice', 'choices', 'rating'] as const)('where a %s is open', kind => {
  it.each([
    'how can I return it',
    'refund?',
    'Rücksendung möglich',
    '¿y el envío?',
    'كم السعر؟',
    '返品できますか',
    'really?!',
  ])('asks: %s', text => expect(asks(kind)(text)).toBe(true));
  it.each(['refund', 'e-mail', '7', '', '   ', '?', '???', '…', '返品', '👍'])('does not ask: %s', text =>
    expect(asks(kind)(text)).toBe(false),
  );
});

describe('where a value is to be written', () => {
  it.each([
    ['email', 'why do you need it'],
    ['email', 'why?'],
    ['email', 'is jane@shop right?'],
    ['email', 'you look at this when'],
    ['phone', 'do I have to'],
    ['phone', 'within 30 days of buying'],
    ['number', 'as many as possible'],
    ['url', 'what page do you mean?'],
    ['date', 'are you open on 1 May?'],
    ['file', 'I have no file'],
    ['location', 'where are your shops?'],
  ] as const)('of the kind %s, asks: %s', (kind, text) => expect(asks(kind)(text)).toBe(true));
  it.each([
    ['email', 'jane'],
    ['email', 'my address is jane@shop'],
    ['email', 'jane@shop?'],
    ['email', 'jane at shop.example'],
    ['phone', 'call me at 0049 89 12'],
    ['number', 'about 12 or so'],
    ['url', 'it is shop.example at the moment'],
    ['date', 'the 45th of May'],
    ['file', 'later'],
    ['location', '12 Main Street Springfield'],
  ] as const)('of the kind %s, does not ask: %s', (kind, text) => expect(asks(kind)(text)).toBe(false));
});

describe('where any words are taken', () => {
  it('asks only with a question mark', () => {
    expect(asks('text')('what for?')).toBe(true);
    expect(asks('text')('not what you wanted to hear')).toBe(false);
  });
});

it('reads no more of a long text than it has to', () => {
  const text = 'a'.repeat(10_000);
  expect(asks('choice')(text)).toBe(false);
  expect(asks('email')(`${text} b c`)).toBe(false);
  expect(asks('email')(`b c d ${text}`)).toBe(true);
});
