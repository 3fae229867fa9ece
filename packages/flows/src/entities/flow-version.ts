import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

const FlowVersionSchema = defineEntity({
  name: 'FlowVersion',
  tableName: 'flow_versions',
  ...workspaceOwned,
  uniques: [{ name: 'flow_versions_number', properties: ['workspaceId', 'chatbotId', 'number'] }],
  properties: {
    workspaceId: p.uuid().primary(),
    id: p.uuid().primary(),
    chatbotId: p.uuid(),
    number: p.integer(),
    name: p.text(),
    contentHash: p.text(),
    /** With its secrets sealed. */
    graph: p.json<object>(),
    nodeCount: p.integer(),
    edgeCount: p.integer(),
    /** When it was last put live; the one column that ever changes. */
    publishedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    createdBy: p.text(),
  },
});

export class FlowVersion extends FlowVersionSchema.class {}
FlowVersionSchema.setClass(FlowVersion);
