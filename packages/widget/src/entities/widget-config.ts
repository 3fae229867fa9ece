import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const WidgetConfigSchema = defineEntity({
  name: 'WidgetConfig',
  tableName: 'widget_configs',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    /** What the owner says; what is not in it has its standard. */
    config: p.json<object>(),
    allowedOrigins: p.json<readonly string[]>(),
    revision: p.integer(),
    updatedAt: p.datetime(3),
  },
});

export class WidgetConfig extends WidgetConfigSchema.class {}
WidgetConfigSchema.setClass(WidgetConfig);
