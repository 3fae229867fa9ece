import { JobSchedule } from './jobs/job-schedule.ts';
import { migrations } from './migrations/index.ts';
import { OutboxEntry } from './outbox/outbox-entry.ts';

/** Tables of the runtime itself. */
export const runtimeStorage = {
  entities: [OutboxEntry, JobSchedule],
  migrations,
  rights: {
    app: {},
    worker: {
      outbox: ['select', 'update', 'delete'],
      job_schedules: ['select', 'insert', 'update'],
    },
    control: {},
  },
} as const;
