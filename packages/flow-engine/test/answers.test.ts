import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { localDate, readDate } from '../src/answers/date.ts';
import { readEmail } from '../src/answers/email.ts';
import { readFiles } from '../src/answers/file.ts';
import { readLocation } from '../src/answers/location.ts';
import { readName } from '../src/answers/name.ts';
import { readNumber } from '../src/answers/number.ts';
import { readOption } from '../src/answers/option.ts';
import { readOptions } from '../src/answers/options.ts';
import { readPhone } from '../src/answers/phone.ts';
import { questionKind } from '../src/answers/question-kind.ts';
import { type Read, readText } from '../src/answers/reading.ts';
import { readUrl } from '../src/answers/url.ts';
import type { Reply, UploadedFile } from '../src/engine/input.ts';

const refusal = Symbol('refused');
const outcome = <Value>(read: Read<Value>) => (read.ok ? read.value : refusal);
const day = { withTime: false, timeZone: 'UTC' };
const time = { withTime: true, timeZone: 'UTC' };

describe('texts', () => {
  test.each([
    ['blanks around it', '  a b \n', 'a b'],
    ['nothing but blanks', ' \t\n\u00a0', refusal],
    ['NUL, which databases refuse', 'a\0b', 'ab'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
    ['as long as can be', 'x'.repeat(10_000), 'x'.repeat(10_000)],
    ['longer', 'x'.repeat(10_001), refusal],
  ])('%s', (_what, text, expected) => {
    expect(outcome(readText({ text }))).toBe(expected);
  });

  it('says that a text is too long rather than that it is missing', () => {
    expect(readText({ text: ' '.repeat(10_001) })).toEqual({ ok: false, problem: expect.stringContaining('10,000') });
  });

  it('keeps a name on one line', () => {
    expect(outcome(readName({ text: ' Ada\n\tLovelace ' }))).toBe('Ada Lovelace');
    expect(outcome(readName({ text: 'x'.repeat(201) }))).toBe(refusal);
  });
});

describe('e-mail addresses', () => {
  test.each([
    ['Ada.Lovelace@EXAMPLE.Org', 'Ada.Lovelace@example.org'],
    ["o'hara+news_{x}-y@sub.example.co.uk", "o'hara+news_{x}-y@sub.example.co.uk"],
    ['δοκιμή@παράδειγμα.ελ', 'δοκιμή@παράδειγμα.ελ'],
    ['ada@xn--mller-kva.example', 'ada@xn--mller-kva.example'],
    ['"ada"@example.org', '"ada"@example.org'],
    ['ada@[192.0.2.1]', 'ada@[192.0.2.1]'],
    [`${'x'.repeat(64)}@example.org`, `${'x'.repeat(64)}@example.org`],
  ])('takes %s', (text, expected) => {
    expect(outcome(readEmail({ text }))).toBe(expected);
  });

  test.each([
    ...['ada', '@example.org', 'ada@', 'ada@example', 'ada@@example.org', 'ada@b@example.org', 'ada@example.'],
    ...['a da@example.org', 'ada@exa mple.org', '.ada@example.org', 'ada.@example.org', 'a..b@example.org'],
    ...['ada@-example.org', 'ada@example-.org', 'ada@exam_ple.org', 'ada@example.1', 'ada@192.0.2.1', 'ada@[1.2.3]'],
    ...['Ada <ada@example.org>', 'ada@example.org,bob@example.org', 'ada\n@example.org', '"a b"@example.org'],
    `${'x'.repeat(65)}@example.org`,
    `ada@${'x'.repeat(64)}.org`,
    `ada@${'x.'.repeat(130)}org`,
  ])('refuses %j', text => {
    expect(outcome(readEmail({ text }))).toBe(refusal);
  });
});

describe('phone numbers', () => {
  test.each([
    ['+49 30 123456', 'en', '+4930123456'],
    ['030 123456', 'de-DE', '+4930123456'],
    ['(212) 555-0123', 'en-US', '+12125550123'],
    ['020 7946 0018', 'en-GB-oxendict', '+442079460018'],
    ['٠٣٠١٢٣٤٥٦', 'de-DE', '+4930123456'],
    ['030 123456', 'de', '030123456'],
    ['030 123456', 'de-XX', '030123456'],
    ['555-1234', 'en-US', '5551234'],
    ['+123 456-7', 'en', '+1234567'],
  ])('reads %s in %s', (text, locale, expected) => {
    expect(outcome(readPhone({ text }, locale))).toBe(expected);
  });

  test.each(['123456', '1234567890123456', 'call 212 555 0123', '0171/23456', '+', '++4930123456', '12+34567'])(
    'refuses %s',
    text => {
      expect(outcome(readPhone({ text }, 'en'))).toBe(refusal);
    },
  );
});

describe('numbers', () => {
  test.each([
    ['42', 'en', 42],
    ['-1,234.56', 'de', -1234.56],
    ['1.234,56', 'en', 1234.56],
    ['1 234 567,8', 'en', 1234567.8],
    ["1'234.5", 'de-CH', 1234.5],
    ['1,234', 'en', 1234],
    ['1,234', 'de', 1.234],
    ['1.234', 'en', 1.234],
    ['1.234', 'de', 1234],
    ['0,123', 'en', 0.123],
    ['1234,567', 'en', 1234.567],
    ['1,5', 'en', 1.5],
    ['1,234,567', 'de', 1234567],
    ['.5', 'en', 0.5],
    ['5.', 'en', 5],
    ['−3', 'en', -3],
    ['+ 7', 'en', 7],
    ['1.5e3', 'en', 1500],
    ['١٢٫٥', 'ar', 12.5],
    ['４２', 'ja', 42],
    ['-0', 'en', 0],
  ])('reads %s in %s as %d', (text, locale, expected) => {
    expect(outcome(readNumber({ text }, locale))).toBe(expected);
  });

  test.each([
    ...['twelve', '12 Main St', '1,23,4', '1,2345,678', '1.2.3', '1,234.567,8', '1 23', '12 34.5', '--1', '1-2', '5²'],
    ...['Infinity', 'NaN', '1e999', '0x10', '$5', '5%', ',', '-', '1_', ',5,', `${'9'.repeat(400)}`],
  ])('refuses %s', text => {
    expect(outcome(readNumber({ text }, 'en'))).toBe(refusal);
  });

  it('takes a number that comes as one, if it is finite', () => {
    expect(outcome(readNumber({ value: 1.5 }, 'de'))).toBe(1.5);
    expect(outcome(readNumber({ value: Number.POSITIVE_INFINITY }, 'de'))).toBe(refusal);
    expect(outcome(readNumber({ value: true }, 'de'))).toBe(refusal);
  });

  it('reads back what any locale writes', () => {
    const locale = fc.constantFrom('en', 'de', 'fr', 'de-CH', 'pt-BR', 'en-IN', 'ar-EG', 'hi-IN-u-nu-deva', 'sv');
    const amount = fc.integer({ min: -99_999_999, max: 99_999_999 }).map(cents => cents / 100);
    fc.assert(
      fc.property(locale, amount, (locale, amount) => {
        const grouping = locale === 'en-IN' || locale.startsWith('hi') ? false : 'always';
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping: grouping }).format(amount);
        const plain = text.replace(/[\u061c\u200e\u200f]/g, '');
        expect(outcome(readNumber({ text: plain }, locale))).toBe(amount + 0);
      }),
    );
  });
});

describe('web addresses', () => {
  test.each([
    ['example.com', 'https://example.com/'],
    ['HTTP://Example.COM/A?b#c', 'http://example.com/A?b#c'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['münchen.de', 'https://xn--mnchen-3ya.de/'],
    ['http://192.0.2.1/x', 'http://192.0.2.1/x'],
    ['//example.com', 'https://example.com/'],
  ])('reads %s as %s', (text, expected) => {
    expect(outcome(readUrl({ text }))).toBe(expected);
  });

  test.each([
    ...['localhost', 'http://localhost', 'example', '3.14', '192.0.2.1', 'http://1.5', 'http://[::1]/', 'ftp://a.org'],
    ...['javascript:alert(1)', 'javascript://example.com/%0aalert(1)', 'data:text/html,x', 'mailto:a@b.org'],
    ...['a@b.org', 'https://a:b@c.org', 'exa mple.com', 'exam\nple.com', 'https://', 'http://.', '-.com', 'a..com'],
    `example.com/${'x'.repeat(2_048)}`,
  ])('refuses %j', text => {
    expect(outcome(readUrl({ text }))).toBe(refusal);
  });
});

describe('dates', () => {
  test.each([
    ['2026-03-14', day, '2026-03-14'],
    ['2024-02-29', day, '2024-02-29'],
    ['2026-03-14T15:30', day, '2026-03-14'],
    ['2026-03-14 15:30', time, '2026-03-14 15:30'],
    ['2026-03-14T15:30:59.999', time, '2026-03-14 15:30'],
    ['2026-03-14T15:30Z', { ...time, timeZone: 'Asia/Kolkata' }, '2026-03-14 21:00'],
    ['2026-03-29T01:30:00+01:00', { ...time, timeZone: 'Europe/Berlin' }, '2026-03-29 01:30'],
    ['2026-03-29T02:30:00+0100', { ...time, timeZone: 'Europe/Berlin' }, '2026-03-29 03:30'],
    ['2026-12-31T20:00:00-05:00', { ...day, timeZone: 'Asia/Tokyo' }, '2027-01-01'],
    ['2026-03-14', { ...day, first: '2026-03-14', last: '2026-03-14' }, '2026-03-14'],
  ])('reads %s', (text, bounds, expected) => {
    expect(outcome(readDate({ text }, bounds))).toBe(expected);
  });

  test.each([
    ['2026-02-29', day],
    ['2026-04-31', day],
    ['2026-13-01', day],
    ['2026-00-10', day],
    ['0000-01-01', day],
    ['14.03.2026', day],
    ['03/14/2026', day],
    ['2026-3-14', day],
    ['tomorrow', day],
    ['20260314', day],
    ['2026-03-14', time],
    ['2026-03-14 24:00', time],
    ['2026-03-14 12:60', time],
    ['2026-03-14 3:30', time],
    ['2026-03-14T15:30+99:00', time],
    ['9999-12-31T23:59-23:00', time],
    ['2026-03-13', { ...day, first: '2026-03-14' }],
    ['2026-03-15', { ...day, last: '2026-03-14' }],
  ])('refuses %s', (text, bounds) => {
    expect(outcome(readDate({ text }, bounds))).toBe(refusal);
  });

  it('shows an instant as the clock of the zone does', () => {
    const zone = fc.constantFrom('UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Chatham', 'Europe/Berlin');
    const instant = fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zone, instant, (timeZone, instant) => {
        const shown = instant.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
        expect(localDate(instant.toISOString(), timeZone)).toBe(shown);
      }),
    );
  });
});

describe('places', () => {
  test.each<[Reply, unknown]>([
    [{ text: ' Berlin ' }, 'Berlin'],
    [{ value: 'Berlin' }, 'Berlin'],
    [{ value: { latitude: -33.9, longitude: 18.4 } }, '-33.9, 18.4'],
    [{ value: { latitude: 0, longitude: 0, address: 'Null Island' } }, 'Null Island'],
    [{ value: { latitude: 0, longitude: 0, address: ' ' } }, '0, 0'],
    [{ value: { latitude: '52', longitude: 13 } }, refusal],
    [{ value: { latitude: 52, longitude: 181 } }, refusal],
    [{ value: [52, 13] }, refusal],
    [{}, refusal],
  ])('%j', (reply, expected) => {
    expect(outcome(readLocation(reply))).toBe(expected);
  });
});

describe('options', () => {
  const options = [
    { id: 'small', label: 'Small' },
    { id: '1', label: 'Größe 2' },
    { id: 'c', label: 'small' },
    { id: 'd', label: 'Yes, please' },
    { id: 'e', label: 'Yes' },
    { id: '99', label: 'Other' },
    { id: 'greek', label: 'ΐ' },
  ];
  const idOf = (reply: Reply) => {
    const read = readOption(reply, options);
    return read.ok ? read.value.id : refusal;
  };
  const idsOf = (reply: Reply) => {
    const read = readOptions(reply, options);
    return read.ok ? read.value.map(({ id }) => id).join() : refusal;
  };

  test.each<[string, Reply, unknown]>([
    ['an id of a choice', { choiceId: 'c' }, 'c'],
    ['a label as the id of a choice', { choiceId: 'Small' }, refusal],
    ['one id in a list', { choiceIds: ['c'] }, 'c'],
    ['several ids', { choiceIds: ['c', 'd'] }, refusal],
    ['an id as text before a label', { text: 'small' }, 'small'],
    ['a place before an id, which may count from 0', { text: '1' }, 'small'],
    ['an id that is no place', { text: '99' }, '99'],
    ['the first of two equal labels', { text: 'SMALL' }, 'small'],
    ['another case and width', { text: ' ＧＲÖSSE\u00a02 ' }, '1'],
    ['a letter that falls apart in upper case', { text: 'ΐ'.toUpperCase() }, 'greek'],
    ['a place, from 1', { text: '3' }, 'c'],
    ['a place as a number', { value: 3 }, 'c'],
    ['a place before the first', { text: '0' }, refusal],
    ['a place after the last', { text: '8' }, refusal],
    ['a part of a label', { text: 'Smal' }, refusal],
    ['nothing', {}, refusal],
  ])('one: %s', (_what, reply, expected) => {
    expect(idOf(reply)).toBe(expected);
  });

  test.each<[string, Reply, unknown]>([
    ['ids, once each, in the order of the list', { choiceIds: ['c', 'small', 'c'] }, 'small,c'],
    ['an unknown id', { choiceIds: ['c', 'x'] }, refusal],
    ['no ids', { choiceIds: [] }, refusal],
    ['one id', { choiceId: 'd' }, 'd'],
    ['labels, one with a comma', { text: 'yes, please, yes' }, 'd,e'],
    ['lines', { text: 'Yes\n3\n' }, 'c,e'],
    ['semicolons', { text: 'Yes; small' }, 'small,e'],
    ['an unknown label among known', { text: 'Yes, no' }, refusal],
    ['nothing but commas', { text: ' ,,; ' }, refusal],
    ['a list as a value', { value: ['Yes', 3] }, 'c,e'],
    ['a list of what is no name', { value: [{ id: 'c' }] }, refusal],
  ])('several: %s', (_what, reply, expected) => {
    expect(idsOf(reply)).toBe(expected);
  });

  it('takes no option from an empty list', () => {
    expect(outcome(readOption({ text: '1' }, []))).toBe(refusal);
    expect(outcome(readOptions({ text: '1' }, []))).toBe(refusal);
  });

  it('finds every option of any list by its label, or one with the same', () => {
    const label = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter(text => text.trim() !== '' && !/^\d+$/.test(text.trim()));
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), fc.nat(), (labels, pick) => {
        const list = labels.map((label, index) => ({ id: `id-${index}`, label: label.trim() }));
        const wanted = list[pick % list.length];
        const read = readOption({ text: ` ${wanted?.label.toUpperCase()} ` }, list);
        expect(read.ok && read.value.label.toUpperCase()).toBe(read.ok ? wanted?.label.toUpperCase() : undefined);
      }),
    );
  });
});

describe('files', () => {
  const file = (name: string, type: string, bytes = 10): UploadedFile => ({ id: 'f', name, url: '/f', bytes, type });
  const bounds = { accept: [], maxBytes: 100, maxFiles: 2 };
  const isTaken = (files: UploadedFile[], accept: string[] = []) => readFiles({ files }, { ...bounds, accept }).ok;

  test.each<[string, UploadedFile[], string[], boolean]>([
    ['any type where none is named', [file('x', 'application/x-foo')], [], true],
    ['as large as can be', [file('x', 'text/plain', 100)], [], true],
    ['too large', [file('x', 'text/plain', 101)], [], false],
    ['a size that is none', [file('x', 'text/plain', Number.NaN)], [], false],
    ['empty', [file('x', 'text/plain', 0)], [], false],
    ['none', [], [], false],
    ['too many', [file('a', 'a/b'), file('b', 'a/b'), file('c', 'a/b')], [], false],
    ['a MIME type', [file('x.bin', 'image/PNG; q=1')], ['image/png'], true],
    ['a family of types', [file('x', 'image/webp')], ['image/*'], true],
    ['a type that begins alike', [file('x', 'imagery/webp')], ['image/*'], false],
    ['an extension with its bytes', [file('CV.PDF', 'application/pdf')], ['.pdf'], true],
    ['an extension with other bytes', [file('cv.pdf', 'text/html')], ['.pdf'], false],
    ['an extension that nothing is known of', [file('part.step', 'application/octet-stream')], ['.step'], true],
    ['the right bytes under another name', [file('cv.exe', 'application/pdf')], ['.pdf'], false],
    ['one good and one bad', [file('a.pdf', 'application/pdf'), file('b.js', 'text/javascript')], ['.pdf'], false],
  ])('%s', (_what, files, accept, expected) => {
    expect(isTaken(files, accept)).toBe(expected);
  });

  it('says nothing in a file name that Markdown would read', () => {
    const read = readFiles({ files: [file('[x](https://evil.example)*.pdf', 'a/b', 999)] }, bounds);
    expect(read).toEqual({ ok: false, problem: '"-x--https---evil.example--.pdf" is too large. The limit is 0 MB.' });
  });
});

test('the name of a variable says what a question of a list asks for', () => {
  const kinds = ['Name', 'EMAIL', ' phone ', 'mobile', 'username', '', undefined].map(questionKind);
  expect(kinds).toEqual(['name', 'email', 'phone', 'phone', 'text', 'text', 'text']);
});

describe('any reply', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,+-@ae:/ ;\n[]"\0\ud83d') }),
  );
  const reply: fc.Arbitrary<Reply> = fc.oneof(
    fc.record({ text }),
    fc.record({ value: fc.jsonValue() as fc.Arbitrary<null> }),
  );
  const options = [{ id: 'a', label: 'A, b' }];
  const readers: Record<string, (reply: Reply) => Read<unknown>> = {
    email: readEmail,
    phone: reply => readPhone(reply, 'en-US'),
    number: reply => readNumber(reply, 'de'),
    url: readUrl,
    date: reply => readDate(reply, time),
    location: readLocation,
    name: readName,
    text: readText,
  };

  test.each(Object.entries(readers))('read as %s, is refused or in a form that is read as itself', (_kind, read) => {
    fc.assert(
      fc.property(reply, given => {
        const first = read(given);
        if (!first.ok) return first.problem !== '';
        const again = read(typeof first.value === 'number' ? { value: first.value } : { text: String(first.value) });
        expect(again).toEqual(first);
        expect(JSON.stringify(first.value)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        return true;
      }),
      { numRuns: 300 },
    );
  });

  it('never breaks the reading of options', () => {
    fc.assert(fc.property(reply, given => typeof readOptions(given, options).ok === 'boolean'));
  });
});
