import { databaseRoles } from '@conferbot/plugin';
import { defineEntity, p } from '@mikro-orm/core';

/** When a job runs next, and who runs it now. Of no workspace: the worker role alone sees it. */
const JobScheduleSchema = defineEntity({
  name: 'JobSchedule',
  tableName: 'job_schedules',
  rowLevelSecurity: 'force',
  policies: [{ name: 'job_schedules_worker', roles: [databaseRoles.worker], using: 'true' }],
  properties: {
    name: p.text().primary(),
    nextRunAt: p.datetime(3),
    lockedUntil: p.datetime(3).nullable(),
    lastError: p.text().nullable(),
  },
});

export class JobSchedule extends JobScheduleSchema.class {}
JobScheduleSchema.setClass(JobSchedule);
