import { backgroundOf, botPair, type ColorPair, headerPair, optionPair, textOf, userPair } from '../color-pair.ts';
import { colorValue } from '../color-value.ts';
import { pixelValue } from '../pixel-value.ts';
import type { WidgetKey } from '../widget-key.ts';

const background = (pair: ColorPair, description: string): WidgetKey => ({
  description,
  schema: colorValue,
  standard: given => backgroundOf(pair, given),
});

const text = (pair: ColorPair, description: string): WidgetKey => ({
  description,
  schema: colorValue,
  standard: given => textOf(pair, given),
});

/** The header, what is said, and the choices. */
export const bubbleKeys = {
  headerBgColor: background(headerPair, 'Background of the header; also of the visitor bubbles and the launcher.'),
  headerTextColor: text(headerPair, 'Text of the header.'),
  botMsgColor: background(botPair, 'Background of what the chatbot says.'),
  botTextColor: text(botPair, 'Text of what the chatbot says.'),
  userMsgColor: background(userPair, 'Background of what the visitor says.'),
  userTextColor: text(userPair, 'Text of what the visitor says.'),
  optionBubbleMsgColor: background(optionPair, 'Background of choices.'),
  optionBubbleTextColor: text(optionPair, 'Text of choices.'),
  bubbleBorderRadius: { description: 'Rounding of bubbles.', schema: pixelValue(0, 40), standard: 14 },
} as const satisfies Readonly<Record<string, WidgetKey>>;
