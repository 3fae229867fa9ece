import type { WidgetConfig } from '../client/chat-config.ts';
import type { SettingValue } from './widget-key.ts';
import { widgetKeys } from './widget-keys.ts';

/** Every setting as it holds: what the owner says, and the standard of the rest. */
export function completeConfig(given: WidgetConfig): Record<string, SettingValue> {
  const said = new Map<string, SettingValue>(Object.entries(given));
  return Object.fromEntries(
    Object.entries(widgetKeys).map(([name, { standard }]) => [
      name,
      said.get(name) ?? (typeof standard === 'function' ? standard(given) : standard),
    ]),
  );
}
