import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const FlowDraftSchema = defineEntity({
  name: 'FlowDraft',
  tableName: 'flow_drafts',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    revision: p.integer(),
    /** With its secrets sealed. */
    graph: p.json<object>(),
    updatedAt: p.datetime(3),
  },
});

export class FlowDraft extends FlowDraftSchema.class {}
FlowDraftSchema.setClass(FlowDraft);
