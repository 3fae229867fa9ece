import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import type { NodePasses } from '../rollup/figures.ts';
import type { Grain } from '../rollup/span.ts';

/** How far conversations of one flow version came that started in a quarter of an hour, a day or a month (UTC). */
const NodeRollupSchema = defineEntity({
  name: 'NodeRollup',
  tableName: 'node_rollups',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    grain: p.text().primary().$type<Grain>(),
    startsAt: p.datetime(3).primary(),
    flowVersionId: p.uuid().primary(),
    passes: p.json<readonly NodePasses[]>(),
  },
});

export class NodeRollup extends NodeRollupSchema.class {}
NodeRollupSchema.setClass(NodeRollup);
