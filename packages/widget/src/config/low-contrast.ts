import type { WidgetConfig } from '../client/chat-config.ts';
import { contrast, readableOn } from '../client/theme/color.ts';
import { backgroundOf, colorPairs, readableContrast, textOf } from './color-pair.ts';
import type { Finding } from './finding.ts';

/** Texts that many people cannot read on their background. */
export function lowContrast(given: WidgetConfig): Finding[] {
  return colorPairs.flatMap(pair => {
    const background = backgroundOf(pair, given);
    const ratio = contrast(textOf(pair, given), background);
    if (ratio >= readableContrast) return [];
    const shown = Math.floor(ratio * 10) / 10;
    return [
      {
        code: 'LOW_CONTRAST',
        message: `${pair.text} on ${pair.background} has a contrast of ${shown}:1; people need ${readableContrast}:1. ${readableOn(background)} can be read on it.`,
        pointer: `/config/${pair.text}`,
      },
    ];
  });
}
