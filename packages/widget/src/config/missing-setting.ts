import type { WidgetConfig } from '../client/chat-config.ts';
import type { Finding } from './finding.ts';

interface Dependence {
  readonly key: keyof WidgetConfig;
  readonly value: string | boolean;
  /** Settings that do nothing, or less, when they are missing. */
  readonly needs: readonly (keyof WidgetConfig)[];
  readonly otherwise: string;
}

const dependences: readonly Dependence[] = [
  {
    key: 'chatBgType',
    value: 'gradient',
    needs: ['gradientBgOne', 'gradientBgTwo'],
    otherwise: 'chatBgColor is shown',
  },
  { key: 'chatBgType', value: 'image', needs: ['chatBgImg'], otherwise: 'chatBgColor is shown' },
  { key: 'widgetIconType', value: 'Image', needs: ['widgetIconImage'], otherwise: 'the icon is shown' },
  { key: 'enableTagline', value: true, needs: ['tagline'], otherwise: 'no line is shown' },
  { key: 'enableCustomBrand', value: true, needs: ['customBrand'], otherwise: 'the usual credit is shown' },
];

/** Settings without which others have no effect. */
export function missingSettings(given: WidgetConfig): Finding[] {
  return dependences
    .filter(({ key, value }) => given[key] === value)
    .flatMap(({ key, value, needs, otherwise }) =>
      needs
        .filter(need => (given[need] ?? '') === '')
        .map(need => ({
          code: 'MISSING_SETTING' as const,
          message: `${key} is ${value}, but ${need} is not set: ${otherwise}.`,
          pointer: `/config/${need}`,
        })),
    );
}
