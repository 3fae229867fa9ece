import { CountRollup } from './count-rollup.ts';
import { DayCourse } from './day-course.ts';
import { NodeRollup } from './node-rollup.ts';
import { RollupAlarm } from './rollup-alarm.ts';
import { StaleQuarter } from './stale-quarter.ts';

export const entities = [RollupAlarm, StaleQuarter, CountRollup, NodeRollup, DayCourse];
