import type { WidgetConfig } from '../chat-config.ts';
import { webAddress } from '../web-address.ts';
import { contrast, partsOf, readableOn } from './color.ts';
import { pixels } from './pixels.ts';

/** Custom properties of the style sheets that the owner's config sets; all others keep the values of the sheets. */
export interface Theme {
  readonly properties: Readonly<Record<string, string>>;
  /** Whether the conversation may follow the dark scheme of the visitor: the owner chose none of its colours. */
  readonly followsScheme: boolean;
}

const brand = '#0100ec';
/** Colours of the sheets in the light scheme, which decide where the owner sets one half of a pair. */
const surface = '#ffffff';

export function themeOf(config: WidgetConfig): Theme {
  const header = colorOf(config.headerBgColor);
  const bot = pair('bot', config.botMsgColor, config.botTextColor, surface);
  const user = pair('user', config.userMsgColor ?? header, config.userTextColor, brand);
  const option = pair('option', config.optionBubbleMsgColor, config.optionBubbleTextColor, surface);
  const backdrop = backdropOf(config);
  const own = { ...bot, ...option, ...backdrop, ...(colorOf(config.userMsgColor ?? config.userTextColor) && user) };
  return {
    properties: {
      ...pair('header', header, config.headerTextColor, brand),
      ...bot,
      ...user,
      ...option,
      ...backdrop,
      ...launcherOf(config),
      ...sizesOf(config),
      ...fontOf(config),
    },
    followsScheme: Object.keys(own).length === 0,
  };
}

/** A background and what is written on it. What the owner leaves open is made readable. */
function pair(name: string, background: unknown, text: unknown, usual: string): Record<string, string> {
  const [under, over] = [colorOf(background), colorOf(text)];
  if (under !== undefined) return { [`--${name}-bg`]: under, [`--${name}-fg`]: over ?? readableOn(under) };
  if (over === undefined) return {};
  const fitting = contrast(over, usual) >= 4.5 ? usual : readableOn(over);
  return { [`--${name}-bg`]: fitting, [`--${name}-fg`]: over };
}

function backdropOf(config: WidgetConfig): Record<string, string> {
  const color = colorOf(config.chatBgColor);
  const [from, to] = [colorOf(config.gradientBgOne), colorOf(config.gradientBgTwo)];
  if (config.chatBgType === 'gradient' && from !== undefined && to !== undefined) {
    return { '--chat-bg': from, '--chat-bg-image': `linear-gradient(${from}, ${to})` };
  }
  const picture = webAddress(config.chatBgImg);
  if (config.chatBgType === 'image' && picture !== undefined) {
    return {
      '--chat-bg': color ?? surface,
      '--chat-bg-image': `url("${picture.replace(/["\\\n]/g, encodeURIComponent)}")`,
    };
  }
  return color === undefined ? {} : { '--chat-bg': color };
}

function launcherOf(config: WidgetConfig): Record<string, string> {
  const [from, to] = [colorOf(config.widgetGradientBgOne), colorOf(config.widgetGradientBgTwo)];
  if (config.widgetIconThemeType === 'Gradient') {
    const [one, two] = [from ?? '#fffcf1', to ?? '#1b55f3'];
    return { '--launcher-bg': `linear-gradient(${one}, ${two})`, '--launcher-fg': readableOn(one, two) };
  }
  const color = colorOf(config.widgetIconBgColor) ?? colorOf(config.headerBgColor);
  return color === undefined ? {} : { '--launcher-bg': color, '--launcher-fg': readableOn(color) };
}

function sizesOf(config: WidgetConfig): Record<string, string> {
  const sizes = {
    '--radius': pixels(config.bubbleBorderRadius, 0, 40),
    '--avatar-size': pixels(config.avatarSize, 16, 64),
    '--launcher-size': pixels(config.widgetSize, 44, 120),
    '--launcher-radius': pixels(config.widgetBorderRadius, 0, 60),
    '--offset-bottom': pixels(config.widgetOffsetBottom, 0, 400),
    '--offset-side': pixels(
      config.widgetPosition === 'left' ? config.widgetOffsetLeft : config.widgetOffsetRight,
      0,
      400,
    ),
  };
  const given = Object.entries(sizes).filter(([, size]) => size !== undefined);
  const font = pixels(config.fontSize, 10, 28);
  // By rem, so that the text size that the visitor chose in the browser still counts.
  return {
    ...Object.fromEntries(given.map(([name, size]) => [name, `${size}px`])),
    ...(font !== undefined && { '--font-size': `${font / 16}rem` }),
  };
}

function fontOf({ font }: WidgetConfig): Record<string, string> {
  const family = typeof font === 'string' ? font.replace(/["\\\n;{}]/g, '').trim() : '';
  if (family === '') return {};
  return {
    '--font': `${family
      .split(',')
      .map(name => `"${name.trim().replaceAll("'", '')}"`)
      .join(', ')}, system-ui, sans-serif`,
  };
}

const colorOf = (color: unknown) => (partsOf(color) === undefined ? undefined : String(color).trim());
