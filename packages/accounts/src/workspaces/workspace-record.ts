import type { Plan } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import { controlled } from '../control-access.ts';

/** A workspace. Its id is a UUID version 7: newest first is the order of the primary key, backwards. */
const WorkspaceRecordSchema = defineEntity({
  name: 'WorkspaceRecord',
  tableName: 'workspaces',
  ...controlled,
  properties: {
    workspaceId: p.uuid().primary(),
    name: p.text(),
    plan: p.text().$type<Plan>(),
    timezone: p.text(),
    createdAt: p.datetime(3),
  },
});

export class WorkspaceRecord extends WorkspaceRecordSchema.class {}
WorkspaceRecordSchema.setClass(WorkspaceRecord);
