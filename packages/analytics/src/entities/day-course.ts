import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/**
 * How counts of one channel grew over a day (UTC): element `n` is the count before its quarter `n`, from 1, so that the
 * count of any part of the day is the difference of two of 97 elements.
 */
const DayCourseSchema = defineEntity({
  name: 'DayCourse',
  tableName: 'day_courses',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    startsAt: p.datetime(3).primary(),
    channel: p.text().primary(),
    views: p.array().$type<number[]>().columnType('int[]'),
    starts: p.array().$type<number[]>().columnType('int[]'),
    responses: p.array().$type<number[]>().columnType('int[]'),
    completions: p.array().$type<number[]>().columnType('int[]'),
  },
});

export class DayCourse extends DayCourseSchema.class {}
DayCourseSchema.setClass(DayCourse);
