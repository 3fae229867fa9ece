import type { EventRecord } from '@conferbot/plugin';
import { CallScope } from '../call/call-scope.ts';
import type { Caller } from '../call/caller.ts';
import { beforeDeadline, timeoutOf } from '../call/deadline.ts';
import type { NamedSubscription } from '../compose.ts';
import type { Statement } from '../database/database.ts';
import type { Runtime } from '../runtime.ts';
import { backoffSeconds, mostAttempts } from './backoff.ts';

/** The events of one workspace on their way to one subscriber: handled one after the other. */
export interface Lane {
  readonly workspaceId: string;
  readonly subscriber: string;
}

interface Entry {
  readonly position: number;
  readonly event_id: string;
  readonly event_name: string;
  readonly payload: unknown;
  readonly occurred_at: string;
  readonly attempts: number;
  readonly due: boolean;
}

/**
 * Handles the first event of a lane. The lane's lock, the subscriber's writes and the removal of the entry
 * share one transaction: a crash undoes all three, so the writes happen exactly once, and no other process
 * works on the lane meanwhile.
 *
 * Resolves to whether there may be more to do right now.
 */
export async function handleNext(
  runtime: Runtime,
  lane: Lane,
  subscription: NamedSubscription | undefined,
  caller: Caller,
): Promise<boolean> {
  const scope = new CallScope(runtime, caller, false);
  let entry: Entry | undefined;
  try {
    const [lock] = await scope.sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`${lane.workspaceId} ${lane.subscriber}`}, 0)) as held`;
    if (lock?.held === true) entry = await headOf(scope, lane);
    if (entry === undefined || !entry.due) {
      await scope.rollback();
      return false;
    }
    if (subscription !== undefined) {
      await beforeDeadline(subscription.handle(recordOf(runtime, entry), scope), timeoutOf(runtime));
    }
    await scope.sql`delete from outbox where position = ${entry.position}`;
    const { events } = await scope.commit();
    if (events > 0) runtime.onEvents?.();
    return true;
  } catch (error) {
    await scope.rollback();
    if (entry === undefined) throw error;
    return postpone(runtime, lane, entry, error);
  }
}

async function headOf(scope: CallScope, lane: Lane): Promise<Entry | undefined> {
  const [entry] = await scope.sql<Entry>`
    select position, event_id, event_name, payload, occurred_at, attempts, next_attempt_at <= now() as due
    from outbox where subscriber = ${lane.subscriber} and next_attempt_at is not null
    order by position limit 1`;
  return entry;
}

function recordOf({ composition }: Runtime, { event_id, event_name, payload, occurred_at }: Entry): EventRecord {
  const type = composition.events.get(event_name);
  const outside = type?.outside?.(type.payload.parse(payload));
  return { id: event_id, name: event_name, payload, at: new Date(occurred_at), outside };
}

/**
 * Puts off the next attempt, and with it the lane; gives the entry up after the last. Resolves to whether the
 * lane may go on.
 */
async function postpone(runtime: Runtime, lane: Lane, entry: Entry, error: unknown): Promise<boolean> {
  const attempts = entry.attempts + 1;
  const givenUp = attempts >= mostAttempts;
  const seconds = givenUp ? null : backoffSeconds(attempts);
  const fields = {
    err: error,
    subscriber: lane.subscriber,
    event: entry.event_name,
    attempts,
    retryInSeconds: seconds,
  };
  runtime.logger.error(fields, givenUp ? 'subscriber failed for the last time' : 'subscriber failed');
  const statement: Statement = {
    name: 'outbox_postpone',
    text: `update outbox set attempts = $3, last_error = $4, next_attempt_at = now() + $5::float8 * interval '1 second'
where workspace_id = $1 and position = $2`,
    values: [lane.workspaceId, entry.position, attempts, messageOf(error), seconds],
  };
  await runtime.store.run({ role: 'worker' }, [statement]);
  return givenUp;
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1000).replaceAll('\0', '');
}
