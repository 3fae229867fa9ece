import type { z } from 'zod';
import type { CallContext } from './context.ts';

/** Something that happened, named `<noun>.<past tense>`: `chatbot.deleted`. */
export interface EventType<P = unknown> {
  readonly name: string;
  readonly description: string;
  readonly payload: z.ZodType<P>;
}

/** An event as a subscriber gets it. */
export interface EventRecord<P = unknown> {
  /** uuid, the same at every attempt: what makes a subscriber idempotent. */
  readonly id: string;
  readonly name: string;
  readonly payload: P;
  /** When the transaction that caused it wrote it. */
  readonly at: Date;
}

/**
 * A handler of committed events. It runs in its own transaction, scoped to the workspace of the event;
 * what it writes to the store is written exactly once, what it does elsewhere at least once. Events of
 * one workspace arrive in order; a failing subscriber is retried alone and holds up only itself.
 */
export interface Subscription {
  /** Stable name within the plugin: progress is kept under it. */
  readonly name: string;
  /** Name of the event, or `*` for every event. */
  readonly event: string;
  readonly handle: (event: EventRecord, ctx: CallContext) => Promise<void>;
}

/** Declares an event; put it into a `contract.ts`. */
export function defineEvent<P>(name: string, description: string, payload: z.ZodType<P>): EventType<P> {
  return { name, description, payload };
}

/** Subscribes to one event. */
export function on<P>(
  event: EventType<P>,
  name: string,
  handle: (event: EventRecord<P>, ctx: CallContext) => Promise<void>,
): Subscription {
  return {
    name,
    event: event.name,
    handle: (record, ctx) => handle({ ...record, payload: event.payload.parse(record.payload) }, ctx),
  };
}

/** Subscribes to every event of the composition, whoever declares it. */
export function onEvery(name: string, handle: Subscription['handle']): Subscription {
  return { name, event: '*', handle };
}
