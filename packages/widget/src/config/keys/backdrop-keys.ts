import { addressValue } from '../address-value.ts';
import { choiceValue } from '../choice-value.ts';
import { colorValue } from '../color-value.ts';
import type { WidgetKey } from '../widget-key.ts';

/** What the conversation is in front of. */
export const backdropKeys = {
  chatBgType: {
    description: 'solid, gradient or image.',
    schema: choiceValue('solid', 'gradient', 'image'),
    standard: 'solid',
  },
  chatBgColor: { description: 'Colour behind the conversation.', schema: colorValue, standard: '#f3f4f8' },
  gradientBgOne: { description: 'Upper colour of a gradient.', schema: colorValue, standard: null },
  gradientBgTwo: { description: 'Lower colour of a gradient.', schema: colorValue, standard: null },
  chatBgImg: { description: 'Address of the picture of an image.', schema: addressValue, standard: null },
} as const satisfies Readonly<Record<string, WidgetKey>>;
