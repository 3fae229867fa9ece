import { addressValue } from '../address-value.ts';
import { flagValue } from '../flag-value.ts';
import { pixelValue } from '../pixel-value.ts';
import { textValue } from '../text-value.ts';
import type { WidgetKey } from '../widget-key.ts';

/** Who speaks, and in which type. */
export const identityKeys = {
  botName: {
    description: 'Title of the header; else logoText, else the name of the chatbot.',
    schema: textValue(100),
    standard: '',
  },
  logoText: { description: 'Title of the header without a botName.', schema: textValue(100), standard: '' },
  enableTagline: { description: 'Shows the tagline.', schema: flagValue, standard: false },
  tagline: { description: 'Line below the title.', schema: textValue(200), standard: '' },
  avatar: {
    description: 'Address of the picture of the chatbot; else the logo.',
    schema: addressValue,
    standard: given => given.logo ?? null,
  },
  avatarSize: { description: 'Size of the picture.', schema: pixelValue(16, 64), standard: 32 },
  hideAvatar: { description: 'Shows no picture.', schema: flagValue, standard: false },
  logo: { description: 'Address of the logo.', schema: addressValue, standard: null },
  font: {
    description: "Family of a font that visitors' machines have; none is loaded.",
    schema: textValue(200),
    standard: 'system-ui',
  },
  fontSize: { description: 'Size of text.', schema: pixelValue(10, 28), standard: 15 },
  hideBrand: { description: 'Shows no credit below the chat.', schema: flagValue, standard: false },
  enableCustomBrand: { description: 'Shows customBrand as the credit.', schema: flagValue, standard: false },
  customBrand: { description: 'Credit below the chat.', schema: textValue(100), standard: '' },
} as const satisfies Readonly<Record<string, WidgetKey>>;
