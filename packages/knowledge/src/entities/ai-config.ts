import type { AnswerMode } from '@conferbot/conversations/contract';
import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** What answers the free text that the flow of a chatbot cannot use. */
const AiConfigSchema = defineEntity({
  name: 'AiConfig',
  tableName: 'ai_configs',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    enabled: p.boolean(),
    mode: p.text().$type<AnswerMode>(),
    greetingOverride: p.text().nullable(),
    updatedAt: p.datetime(3),
  },
});

export class AiConfig extends AiConfigSchema.class {}
AiConfigSchema.setClass(AiConfig);
