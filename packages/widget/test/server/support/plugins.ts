import { randomBytes } from 'node:crypto';
import { chatbots } from '@conferbot/chatbots';
import { flows } from '@conferbot/flows';
import { createSecretBox, type Plugin } from '@conferbot/plugin';
import { type WidgetOptions, widget } from '../../../src/index.ts';

export const secrets = createSecretBox(randomBytes(32));

export function widgetOptions(changes: Partial<WidgetOptions> = {}): WidgetOptions {
  return { publicUrl: 'https://chat.example', secrets, ...changes };
}

/** What a widget hangs on. */
export function besideWidget(): Plugin[] {
  return [chatbots(), flows({ secrets })];
}

export function widgetPlugins(changes: Partial<WidgetOptions> = {}): Plugin[] {
  return [...besideWidget(), widget(widgetOptions(changes))];
}
