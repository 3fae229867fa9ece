export { defaultEvents, type WebhooksOptions } from './options.ts';
export { webhooks } from './plugin.ts';
