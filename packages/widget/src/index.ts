export type { ChatConfig, WidgetConfig } from './client/chat-config.ts';
export { clientFolder } from './client-folder.ts';
export type { DemoChatbot, WidgetOptions } from './options.ts';
export { widget } from './plugin.ts';
