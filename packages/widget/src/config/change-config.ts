import { Fault, type FaultDetail } from '@conferbot/plugin';
import type { WidgetConfig } from '../client/chat-config.ts';
import { nearest } from './nearest.ts';
import type { SettingValue, WidgetKey } from './widget-key.ts';
import { widgetKeys } from './widget-keys.ts';

const keys = new Map<string, WidgetKey>(Object.entries(widgetKeys));

/**
 * Settings with some of them changed; null takes one back to its standard.
 *
 * @param path Where the changes stand in what the caller gave, dotted.
 * @throws Fault `invalid_argument` that names every setting that does not fit
 */
export function changeConfig(before: WidgetConfig, changes: object, path: string): WidgetConfig {
  const after = new Map<string, SettingValue>(Object.entries(before));
  const details: FaultDetail[] = [];
  for (const [name, written] of Object.entries(changes)) {
    const key = keys.get(name);
    const refuse = (message: string) => details.push({ path: `${path}.${name.slice(0, 100)}`, message });
    if (key === undefined) refuse(unknownKey(name));
    else if (written === null) after.delete(name);
    else {
      const read = key.schema.safeParse(written);
      if (read.success) after.set(name, read.data);
      else refuse(read.error.issues[0]?.message ?? 'This does not fit.');
    }
  }
  if (details.length > 0) throw refusal(details);
  return Object.fromEntries(after);
}

function unknownKey(name: string): string {
  const near = nearest(name, [...keys.keys()]);
  return `There is no such setting.${near === undefined ? '' : ` The nearest is ${near}.`}`;
}

function refusal(details: readonly FaultDetail[]): Fault {
  const [first] = details;
  return new Fault('invalid_argument', `${first?.path}: ${first?.message}`, {
    fix: 'Correct what details name and call again; get_widget_config shows every setting.',
    details,
  });
}
