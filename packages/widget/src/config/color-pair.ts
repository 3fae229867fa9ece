import type { WidgetConfig } from '../client/chat-config.ts';
import { contrast, readableOn } from '../client/theme/color.ts';

export type ColorKey = Extract<keyof WidgetConfig, `${string}Color`>;

/** WCAG 2, success criterion 1.4.3. */
export const readableContrast = 4.5;

/** A text and what it is written on. */
export interface ColorPair {
  readonly background: ColorKey;
  readonly text: ColorKey;
  /** The background where the owner chose neither. */
  readonly usual: (given: WidgetConfig) => string;
}

const brand = '#0100ec';
const white = '#ffffff';

export const headerPair: ColorPair = { background: 'headerBgColor', text: 'headerTextColor', usual: () => brand };
export const botPair: ColorPair = { background: 'botMsgColor', text: 'botTextColor', usual: () => white };
export const userPair: ColorPair = {
  background: 'userMsgColor',
  text: 'userTextColor',
  usual: given => given.headerBgColor ?? brand,
};
export const optionPair: ColorPair = {
  background: 'optionBubbleMsgColor',
  text: 'optionBubbleTextColor',
  usual: () => white,
};

export const colorPairs: readonly ColorPair[] = [headerPair, botPair, userPair, optionPair];

/** The background as the widget shows it: one that the text can be read on, where the owner chose the text alone. */
export function backgroundOf(pair: ColorPair, given: WidgetConfig): string {
  const usual = pair.usual(given);
  const text = given[pair.text];
  // The bubble of the visitor is as the header is, also under a text that does not fit.
  const fixed = pair === userPair && given.headerBgColor !== undefined;
  const fits = text === undefined || fixed || contrast(text, usual) >= readableContrast;
  return given[pair.background] ?? (fits ? usual : readableOn(text));
}

/** The text as the widget shows it: what can be read, where the owner chose none. */
export function textOf(pair: ColorPair, given: WidgetConfig): string {
  return given[pair.text] ?? readableOn(backgroundOf(pair, given));
}
