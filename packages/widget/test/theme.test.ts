import { describe, expect, it } from 'vitest';
import { contrast, readableOn } from '../src/client/theme/color.ts';
import { themeOf } from '../src/client/theme/theme.ts';

describe('the theme of a config', () => {
  it('keeps the colours of the owner, also where they are hard to read', () => {
    const { properties } = themeOf({ botMsgColor: '#ffffff', botTextColor: '#eeeeee' });
    expect(properties).toMatchObject({ '--bot-bg': '#ffffff', '--bot-fg': '#eeeeee' });
  });

  it('finds a text colour that can be read on any background', () => {
    for (let value = 0; value < 4096; value += 7) {
      const background = `#${value.toString(16).padStart(3, '0')}`;
      const { '--header-fg': text = '' } = themeOf({ headerBgColor: background }).properties;
      expect(contrast(background, text), background).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('finds a background where only the text is chosen, and the usual one does not do', () => {
    expect(themeOf({ botTextColor: '#ffffee' }).properties['--bot-bg']).toBe('#16181d');
    expect(themeOf({ botTextColor: '#222222' }).properties['--bot-bg']).toBe('#ffffff');
  });

  it('gives the colour of the header to what the visitor says and to the launcher', () => {
    const { properties } = themeOf({ headerBgColor: '#ffe08a' });
    expect(properties).toMatchObject({ '--user-bg': '#ffe08a', '--user-fg': '#16181d', '--launcher-bg': '#ffe08a' });
  });

  it('follows the scheme of the visitor where no colour of the conversation is chosen', () => {
    expect(themeOf({}).followsScheme).toBe(true);
    expect(themeOf({ headerBgColor: '#123456', widgetIconBgColor: '#123' }).followsScheme).toBe(true);
    expect(themeOf({ userTextColor: '#ffffff' }).followsScheme).toBe(false);
    expect(themeOf({ chatBgType: 'gradient', gradientBgOne: '#000', gradientBgTwo: '#111' }).followsScheme).toBe(false);
  });

  it('passes over what is no colour and no size', () => {
    expect(themeOf({ botMsgColor: 'red', chatBgColor: '#12', widgetSize: 'big', fontSize: '' }).properties).toEqual({});
    expect(themeOf({ chatBgColor: 'url(//x)' as never, bubbleBorderRadius: Number.NaN }).properties).toEqual({});
  });

  it('keeps sizes within bounds, and lets text grow with the browser', () => {
    const { properties } = themeOf({
      widgetSize: 1,
      widgetBorderRadius: '12',
      widgetOffsetBottom: 9_999,
      fontSize: '16',
    });
    expect(properties).toEqual({
      '--launcher-size': '44px',
      '--launcher-radius': '12px',
      '--offset-bottom': '400px',
      '--font-size': '1rem',
    });
  });

  it('takes the offset of the side on which the launcher stands', () => {
    const offsets = { widgetOffsetLeft: 11, widgetOffsetRight: 22 };
    expect(themeOf({ ...offsets, widgetPosition: 'left' }).properties).toEqual({ '--offset-side': '11px' });
    expect(themeOf(offsets).properties).toEqual({ '--offset-side': '22px' });
  });

  it('names fonts, with those of the system behind them', () => {
    expect(themeOf({ font: `Inter"; x, 'Open Sans'` }).properties).toEqual({
      '--font': '"Inter x", "Open Sans", system-ui, sans-serif',
    });
  });

  it('reads short and long colours', () => {
    expect(contrast('#000', '#ffffffff')).toBeCloseTo(21);
    expect(contrast('#abc', '#aabbcc')).toBe(1);
    expect(readableOn('#ffffff', '#eeeeee')).toBe('#16181d');
  });
});
