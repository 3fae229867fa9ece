import {
  type CallContext,
  type ClientContext,
  type EventType,
  type ExtensionPoint,
  type Logger,
  newUuid,
  type Principal,
  type ServiceRef,
  type Sql,
  type Workspace,
} from '@conferbot/plugin';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Result, Session, Statement, Transaction } from '../database/database.ts';
import { outboxStatement } from '../outbox/outbox-statement.ts';
import type { RuntimeOptions } from '../runtime.ts';
import { type Caller, plainClient } from './caller.ts';
import { timeoutOf } from './deadline.ts';
import { sqlOver } from './sql.ts';

/**
 * One call: one workspace, one transaction. A read-only call holds no connection between its statements:
 * under READ COMMITTED each statement sees its own snapshot anyway, so each is a transaction of its own, in
 * one round trip. A writing call begins with its first statement and commits with its events.
 */
export class CallScope implements CallContext {
  readonly workspace: Workspace;
  readonly principal: Principal;
  readonly client: ClientContext;
  readonly logger: Logger;
  readonly requestId: string;
  readonly sql: Sql;
  readonly #runtime: RuntimeOptions;
  readonly #caller: Caller;
  readonly #run: (statement: Statement) => Promise<Result>;
  readonly #transaction: Transaction | undefined;
  readonly #events: Statement[] = [];
  readonly #afterwards: (() => void)[] = [];
  readonly #services = new Map<string, unknown>();
  #em: SqlEntityManager | undefined;
  #signal: AbortSignal | undefined;

  constructor(runtime: RuntimeOptions, caller: Caller, readOnly: boolean) {
    this.#runtime = runtime;
    this.#caller = caller;
    this.workspace = caller.workspace;
    this.principal = caller.principal;
    this.client = caller.client ?? plainClient;
    this.logger = caller.logger;
    this.requestId = caller.requestId;
    const { store } = runtime;
    const session: Session = { role: 'app', workspaceId: caller.workspace.id, readOnly };
    if (readOnly) {
      this.#run = async statement => first(await store.run(session, [statement]));
    } else {
      const transaction = store.transaction(session);
      this.#transaction = transaction;
      this.#run = async statement => first(await transaction.run([statement]));
    }
    this.sql = sqlOver(this.#run);
  }

  get em(): SqlEntityManager {
    if (this.#em === undefined) this.#em = this.#runtime.store.entityManager(this.#run);
    return this.#em;
  }

  get signal(): AbortSignal {
    if (this.#signal === undefined) {
      const deadline = AbortSignal.timeout(timeoutOf(this.#runtime));
      this.#signal = this.#caller.signal === undefined ? deadline : AbortSignal.any([deadline, this.#caller.signal]);
    }
    return this.#signal;
  }

  now(): Date {
    return new Date(this.#runtime.clock?.() ?? Date.now());
  }

  find<T>(ref: ServiceRef<T>): T | undefined {
    if (!this.#services.has(ref.id)) {
      this.#services.set(ref.id, this.#runtime.composition.providers.get(ref.id)?.create(this));
    }
    return this.#services.get(ref.id) as T | undefined;
  }

  use<T>(ref: ServiceRef<T>): T {
    const service = this.find(ref);
    if (service === undefined) throw new Error(`No composed plugin provides the service "${ref.id}".`);
    return service;
  }

  all<T>(point: ExtensionPoint<T>): readonly T[] {
    return (this.#runtime.composition.contributions.get(point.id) ?? []) as readonly T[];
  }

  emit<P>(event: EventType<P>, payload: NoInfer<P>): void {
    const { composition } = this.#runtime;
    if (!composition.events.has(event.name)) {
      throw new Error(`The event "${event.name}" is not declared by any composed plugin: add it to its "events".`);
    }
    const subscribers = composition.subscriptions.filter(entry => entry.event === '*' || entry.event === event.name);
    if (subscribers.length === 0) return;
    this.#events.push(
      outboxStatement({
        workspaceId: this.workspace.id,
        subscribers: subscribers.map(entry => entry.id),
        eventId: newUuid(),
        eventName: event.name,
        payload: event.payload.parse(payload),
        occurredAt: this.now(),
      }),
    );
  }

  afterCommit(work: () => void): void {
    this.#afterwards.push(work);
  }

  /** Writes what the entity manager holds, then commits together with the events. */
  async commit(): Promise<{ readonly events: number }> {
    if (this.#transaction === undefined) {
      if (this.#events.length > 0) throw new Error('A read-only call cannot emit events.');
      this.#runAfterwards();
      return { events: 0 };
    }
    await this.#em?.flush();
    await this.#transaction.commit(this.#events);
    this.#runAfterwards();
    return { events: this.#events.length };
  }

  /** What is committed stays, whatever fails now. */
  #runAfterwards(): void {
    for (const work of this.#afterwards) {
      try {
        work();
      } catch (error) {
        this.logger.error({ err: error }, 'work after a commit failed');
      }
    }
  }

  async rollback(): Promise<void> {
    await this.#transaction?.rollback();
  }
}

function first(results: readonly Result[]): Result {
  const [result] = results;
  if (result === undefined) throw new Error('The statement has no result.');
  return result;
}
