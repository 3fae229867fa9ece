import { isFault } from '@conferbot/plugin';
import { describe, expect, it } from 'vitest';
import type { WidgetConfig } from '../../src/client/chat-config.ts';
import { changeConfig } from '../../src/config/change-config.ts';
import { completeConfig } from '../../src/config/complete-config.ts';
import { lowContrast } from '../../src/config/low-contrast.ts';
import { missingSettings } from '../../src/config/missing-setting.ts';
import { nearest } from '../../src/config/nearest.ts';
import { widgetKeys } from '../../src/config/widget-keys.ts';

const color = {
  good: [
    ['#ABC', '#aabbcc'],
    [' #0100EC ', '#0100ec'],
    ['#1234', '#11223344'],
  ],
  bad: ['red', '#12', '#ggg', 7, ''],
};
const address = {
  good: [
    ['https://example.com/a b', 'https://example.com/a%20b'],
    ['HTTP://example.com', 'http://example.com/'],
  ],
  bad: [
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    '/logo.png',
    'https://me:pass@example.com/',
    'ftp://example.com',
    '',
  ],
};
const flag = {
  good: [
    [true, true],
    [false, false],
  ],
  bad: ['true', 1, 'yes'],
};
const text = {
  good: [
    [' Hello ', 'Hello'],
    ['', ''],
  ],
  bad: ['x'.repeat(201), 'two\nlines', 5],
};
const pixels = (least: number, most: number) => ({
  good: [
    [least, least],
    [most, most],
    [`${least}`, least],
    [`${most}px`, most],
  ],
  bad: [least - 1, most + 1, least + 0.5, 'wide', '', true],
});
const choice = (...words: string[]) => ({
  good: words.flatMap(word => [
    [word, word],
    [word.toUpperCase(), word],
  ]),
  bad: ['other', '', 1],
});

interface Expected {
  readonly good: readonly (readonly unknown[])[];
  readonly bad: readonly unknown[];
  readonly standard: unknown;
}

const keys: Readonly<Record<string, Expected>> = {
  headerBgColor: { ...color, standard: '#0100ec' },
  headerTextColor: { ...color, standard: '#ffffff' },
  botMsgColor: { ...color, standard: '#ffffff' },
  botTextColor: { ...color, standard: '#16181d' },
  userMsgColor: { ...color, standard: '#0100ec' },
  userTextColor: { ...color, standard: '#ffffff' },
  optionBubbleMsgColor: { ...color, standard: '#ffffff' },
  optionBubbleTextColor: { ...color, standard: '#16181d' },
  chatBgColor: { ...color, standard: '#f3f4f8' },
  chatBgType: { ...choice('solid', 'gradient', 'image'), standard: 'solid' },
  gradientBgOne: { ...color, standard: null },
  gradientBgTwo: { ...color, standard: null },
  chatBgImg: { ...address, standard: null },
  bubbleBorderRadius: { ...pixels(0, 40), standard: 14 },
  font: { ...text, standard: 'system-ui' },
  fontSize: { ...pixels(10, 28), standard: 15 },
  avatar: { ...address, standard: null },
  avatarSize: { ...pixels(16, 64), standard: 32 },
  hideAvatar: { ...flag, standard: false },
  logo: { ...address, standard: null },
  logoText: { ...text, standard: '' },
  botName: { ...text, standard: '' },
  hideBrand: { ...flag, standard: false },
  enableCustomBrand: { ...flag, standard: false },
  customBrand: { ...text, standard: '' },
  enableTagline: { ...flag, standard: false },
  tagline: { ...text, standard: '' },
  widgetIconBgColor: { ...color, standard: '#1b55f3' },
  widgetIconType: { ...choice('Icon', 'Image'), standard: 'Icon' },
  widgetIconSVG: { ...choice('WidgetBubbleIcon1', 'WidgetBubbleIcon15'), standard: 'WidgetBubbleIcon1' },
  widgetIconImage: { ...address, standard: null },
  widgetIconThemeType: { ...choice('Solid', 'Gradient'), standard: 'Solid' },
  widgetGradientBgOne: { ...color, standard: '#fffcf1' },
  widgetGradientBgTwo: { ...color, standard: '#1b55f3' },
  widgetSize: { ...pixels(44, 120), standard: 50 },
  widgetBorderRadius: { ...pixels(0, 60), standard: 25 },
  widgetPosition: { ...choice('left', 'right'), standard: 'right' },
  widgetOffsetRight: { ...pixels(0, 400), standard: 10 },
  widgetOffsetLeft: { ...pixels(0, 400), standard: 10 },
  widgetOffsetBottom: { ...pixels(0, 400), standard: 10 },
  chatIconCtaText: { ...text, standard: '' },
  enableKnowledgeBase: { ...flag, standard: false },
  botAutoOpen: { ...flag, standard: false },
};

const standards = completeConfig({});

it('has the settings of the live system, and no other', () => {
  expect(Object.keys(widgetKeys).sort()).toEqual(Object.keys(keys).sort());
});

describe.each(Object.entries(keys))('%s', (key, { good, bad, standard }) => {
  it('has its standard and says what it is', () => {
    expect(standards[key]).toBe(standard);
    expect(widgetKeys[key as keyof WidgetConfig].description).toMatch(/^[A-Z].*\.$/i);
  });

  it('is stored in one form', () => {
    for (const [written, stored] of good)
      expect(changeConfig({}, { [key]: written }, 'config')).toEqual({ [key]: stored });
  });

  it('refuses what does not fit, by its path', () => {
    for (const written of bad) {
      expect(faultOf({ [key]: written }), String(written)).toMatchObject({ details: [{ path: `config.${key}` }] });
    }
  });
});

describe('a change of settings', () => {
  it('names the nearest setting for one that is unknown', () => {
    const fault = faultOf({ headerBackgroundColor: '#fff', widgetPostion: 'left', tag_line: 'Hi', qqqqqqqq: 1 });
    expect(fault.details?.map(({ message }) => message)).toEqual([
      'There is no such setting. The nearest is headerBgColor.',
      'There is no such setting. The nearest is widgetPosition.',
      'There is no such setting. The nearest is tagline.',
      'There is no such setting.',
    ]);
    expect(fault.code).toBe('invalid_argument');
  });

  it('changes all or nothing, and names everything that does not fit', () => {
    expect(faultOf({ botName: 'Robo', widgetSize: 5, logo: 'x' }).details).toHaveLength(2);
  });

  it('keeps the others, and takes back what is null', () => {
    const before = changeConfig({}, { botName: 'Robo', widgetSize: 60 }, 'config');
    expect(changeConfig(before, { widgetSize: null, tagline: 'Hi' }, 'config')).toEqual({
      botName: 'Robo',
      tagline: 'Hi',
    });
  });

  it.each(['__proto__', 'constructor', 'toString'])('knows no setting %s', name => {
    expect(faultOf(JSON.parse(`{"${name}": "x"}`)).details?.[0]?.message).toMatch(/^There is no such setting/);
  });

  it('finds no nearest name in a long text at length', () => {
    expect(nearest('x'.repeat(1_000_000), Object.keys(widgetKeys))).toBeUndefined();
  });
});

describe('standards that follow from other settings', () => {
  it.each<[WidgetConfig, object]>([
    [{ headerBgColor: '#ffff00' }, { headerTextColor: '#16181d', userMsgColor: '#ffff00', userTextColor: '#16181d' }],
    [{ headerBgColor: '#333333' }, { headerTextColor: '#ffffff', widgetIconBgColor: '#333333' }],
    [{ botTextColor: '#eeeeee' }, { botMsgColor: '#16181d' }],
    [{ logo: 'https://example.com/l.png' }, { avatar: 'https://example.com/l.png' }],
    [{ widgetSize: 80 }, { widgetBorderRadius: 40 }],
  ])('%j', (given, expected) => {
    expect(completeConfig(given)).toMatchObject(expected);
  });
});

describe('findings', () => {
  it.each<[string, WidgetConfig, string[]]>([
    ['nothing chosen', {}, []],
    ['a background alone', { headerBgColor: '#777777' }, []],
    ['grey on grey', { headerBgColor: '#777777', headerTextColor: '#888888' }, ['/config/headerTextColor']],
    ['4.54:1', { botMsgColor: '#ffffff', botTextColor: '#767676' }, []],
    ['4.48:1', { botMsgColor: '#ffffff', botTextColor: '#777777' }, ['/config/botTextColor']],
    [
      'choices',
      { optionBubbleMsgColor: '#ffffff', optionBubbleTextColor: '#eeeeee' },
      ['/config/optionBubbleTextColor'],
    ],
    [
      'a visitor text on the colour of the header',
      { headerBgColor: '#ffffff', userTextColor: '#ffffff' },
      ['/config/userTextColor'],
    ],
  ])('say of %s whether it can be read', (_about, given, pointers) => {
    const findings = lowContrast(given);
    expect(findings.map(({ pointer }) => pointer)).toEqual(pointers);
    for (const { code, message } of findings) {
      expect(code).toBe('LOW_CONTRAST');
      expect(message).toMatch(/has a contrast of [\d.]+:1; people need 4\.5:1\. #\w{6} can be read on it\.$/);
    }
  });

  it('name settings without which others do nothing', () => {
    const given = { chatBgType: 'gradient', gradientBgOne: '#ffffff', enableTagline: true, tagline: '' } as const;
    expect(missingSettings(given).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['MISSING_SETTING', '/config/gradientBgTwo'],
      ['MISSING_SETTING', '/config/tagline'],
    ]);
    expect(missingSettings({ ...given, gradientBgTwo: '#000000', tagline: 'Hi' })).toEqual([]);
  });
});

function faultOf(changes: object) {
  try {
    changeConfig({}, changes, 'config');
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
  throw new Error('It was taken.');
}
