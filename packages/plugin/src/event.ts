import type { z } from 'zod';
import type { CallContext } from './context.ts';

/** Something that happened, named `<noun>.<past tense>`: `chatbot.deleted`. */
export interface EventType<P = unknown> {
  readonly name: string;
  readonly description: string;
  readonly payload: z.ZodType<P>;
  /** How systems outside are told, webhooks for one. Without it the event stays inside. */
  outside?(payload: P): OutsideEvent;
}

/** An event as systems outside of this one get it. */
export interface OutsideEvent {
  /** uuid of the chatbot that it happened to. */
  readonly chatbotId: string;
  /** Events with the same key are told in order: the uuid of their conversation, say. */
  readonly orderKey: string;
  /** Flat; ids are typed (`bot_…`). Whoever tells it adds the event's name, its time and an id of the delivery. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

/** An event as a subscriber gets it. */
export interface EventRecord<P = unknown> {
  /** uuid, the same at every attempt: what makes a subscriber idempotent. */
  readonly id: string;
  readonly name: string;
  readonly payload: P;
  /** When the transaction that caused it wrote it. */
  readonly at: Date;
  /** As systems outside are told; undefined for an event that stays inside, or that nothing composed declares. */
  readonly outside?: OutsideEvent | undefined;
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
  /** Composes also where no plugin publishes the event, and then waits for nothing. Default false. */
  readonly optional?: boolean;
  readonly handle: (event: EventRecord, ctx: CallContext) => Promise<void>;
}

/** Declares an event; put it into a `contract.ts`. With `outside`, webhooks can tell it. */
export function defineEvent<P>(
  name: string,
  description: string,
  payload: z.ZodType<P>,
  outside?: (payload: NoInfer<P>) => OutsideEvent,
): EventType<P> {
  return { name, description, payload, ...(outside && { outside }) };
}

/** Subscribes to one event. */
export function on<P>(
  event: EventType<P>,
  name: string,
  handle: (event: EventRecord<P>, ctx: CallContext) => Promise<void>,
  options: Pick<Subscription, 'optional'> = {},
): Subscription {
  return {
    ...options,
    name,
    event: event.name,
    handle: (record, ctx) => handle({ ...record, payload: event.payload.parse(record.payload) }, ctx),
  };
}

/** Subscribes to every event of the composition, whoever declares it. */
export function onEvery(name: string, handle: Subscription['handle']): Subscription {
  return { name, event: '*', handle };
}
