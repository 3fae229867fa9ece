import { IdempotencyKey } from './idempotency/idempotency-key.ts';
import { JobSchedule } from './jobs/job-schedule.ts';
import { migrations } from './migrations/index.ts';
import { OutboxEntry } from './outbox/outbox-entry.ts';

/** Tables of the runtime itself. */
export const runtimeStorage = {
  entities: [OutboxEntry, JobSchedule, IdempotencyKey],
  migrations,
  rights: {
    app: {},
    worker: {
      outbox: ['select', 'update', 'delete'],
      job_schedules: ['select', 'insert', 'update'],
      idempotency_keys: ['select', 'delete'],
    },
    control: {},
  },
} as const;
