import type { WidgetConfig } from '../client/chat-config.ts';
import { backdropKeys } from './keys/backdrop-keys.ts';
import { bubbleKeys } from './keys/bubble-keys.ts';
import { identityKeys } from './keys/identity-keys.ts';
import { launcherKeys } from './keys/launcher-keys.ts';
import type { WidgetKey } from './widget-key.ts';

/** Every setting that there is. */
export const widgetKeys: Readonly<Record<keyof WidgetConfig, WidgetKey>> = {
  ...bubbleKeys,
  ...backdropKeys,
  ...identityKeys,
  ...launcherKeys,
};
