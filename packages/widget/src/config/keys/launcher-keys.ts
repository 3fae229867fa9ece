import { addressValue } from '../address-value.ts';
import { choiceValue } from '../choice-value.ts';
import { colorValue } from '../color-value.ts';
import { flagValue } from '../flag-value.ts';
import { pixelValue } from '../pixel-value.ts';
import { textValue } from '../text-value.ts';
import type { WidgetKey } from '../widget-key.ts';

const usualSize = 50;
const icons = Array.from({ length: 15 }, (_, index) => `WidgetBubbleIcon${index + 1}`);

/** The button that opens the chat, where it is, and what happens by itself. */
export const launcherKeys = {
  widgetIconBgColor: {
    description: 'Background of the launcher.',
    schema: colorValue,
    standard: given => given.headerBgColor ?? '#1b55f3',
  },
  widgetIconType: { description: 'Icon or Image.', schema: choiceValue('Icon', 'Image'), standard: 'Icon' },
  widgetIconSVG: {
    description: 'WidgetBubbleIcon1 to WidgetBubbleIcon15.',
    schema: choiceValue(...icons),
    standard: 'WidgetBubbleIcon1',
  },
  widgetIconImage: { description: 'Address of the picture of an Image.', schema: addressValue, standard: null },
  widgetIconThemeType: {
    description: 'Solid or Gradient.',
    schema: choiceValue('Solid', 'Gradient'),
    standard: 'Solid',
  },
  widgetGradientBgOne: { description: 'Upper colour of a Gradient.', schema: colorValue, standard: '#fffcf1' },
  widgetGradientBgTwo: { description: 'Lower colour of a Gradient.', schema: colorValue, standard: '#1b55f3' },
  widgetSize: { description: 'Size of the launcher.', schema: pixelValue(44, 120), standard: usualSize },
  widgetBorderRadius: {
    description: 'Rounding of the launcher; half of its size is a circle.',
    schema: pixelValue(0, 60),
    standard: given => Math.floor(Number(given.widgetSize ?? usualSize) / 2),
  },
  widgetPosition: { description: 'left or right.', schema: choiceValue('left', 'right'), standard: 'right' },
  widgetOffsetRight: { description: 'Distance from the right edge.', schema: pixelValue(0, 400), standard: 10 },
  widgetOffsetLeft: { description: 'Distance from the left edge.', schema: pixelValue(0, 400), standard: 10 },
  widgetOffsetBottom: { description: 'Distance from the lower edge.', schema: pixelValue(0, 400), standard: 10 },
  chatIconCtaText: {
    description: 'Invitation beside the launcher, until the chat is opened.',
    schema: textValue(200),
    standard: '',
  },
  enableKnowledgeBase: {
    description: 'Lets visitors search the published articles.',
    schema: flagValue,
    standard: false,
  },
  botAutoOpen: { description: 'Opens the chat by itself, but on small screens.', schema: flagValue, standard: false },
} as const satisfies Readonly<Record<string, WidgetKey>>;
