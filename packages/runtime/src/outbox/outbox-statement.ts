import type { Statement } from '../database/database.ts';

export interface OutboxEvent {
  readonly workspaceId: string;
  readonly subscribers: readonly string[];
  readonly eventId: string;
  readonly eventName: string;
  readonly payload: unknown;
  readonly occurredAt: Date;
}

/** One entry for each subscriber, in one statement. */
export function outboxStatement(event: OutboxEvent): Statement {
  return {
    name: 'outbox_add',
    text: `insert into outbox (workspace_id, subscriber, event_id, event_name, payload, occurred_at, next_attempt_at)
select $1, subscriber, $3, $4, $5::jsonb, $6, $6 from unnest($2::text[]) as subscriber`,
    values: [
      event.workspaceId,
      event.subscribers,
      event.eventId,
      event.eventName,
      JSON.stringify(event.payload),
      event.occurredAt,
    ],
  };
}
