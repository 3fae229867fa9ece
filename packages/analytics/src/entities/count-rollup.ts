import { workspaceOwned } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';
import type { Histogram } from '../rollup/histogram.ts';
import type { Grain } from '../rollup/span.ts';

/** Conversations of one channel that started in a quarter of an hour, a day or a month (UTC). */
const CountRollupSchema = defineEntity({
  name: 'CountRollup',
  tableName: 'count_rollups',
  ...workspaceOwned,
  properties: {
    workspaceId: p.uuid().primary(),
    chatbotId: p.uuid().primary(),
    grain: p.text().primary().$type<Grain>(),
    startsAt: p.datetime(3).primary(),
    channel: p.text().primary(),
    views: p.integer(),
    starts: p.integer(),
    responses: p.integer(),
    completions: p.integer(),
    handovers: p.integer(),
    contained: p.integer(),
    ended: p.integer(),
    abandoned: p.integer(),
    ratings: p.integer(),
    goodRatings: p.integer(),
    durations: p.json<Histogram>(),
  },
});

export class CountRollup extends CountRollupSchema.class {}
CountRollupSchema.setClass(CountRollup);
