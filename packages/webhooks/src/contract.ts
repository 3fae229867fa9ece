import { defineId, defineService } from '@conferbot/plugin';

/** `whk_…` */
export const webhookId = defineId('whk', 'webhook');

/** `dlv_…` */
export const deliveryId = defineId('dlv', 'webhook delivery');

/**
 * - `active`: told about events as they happen
 * - `paused`: told nothing new; what waits goes out when it is active again
 * - `disabled`: its endpoint answered 410 Gone; what waited was given up
 */
export type WebhookStatus = 'active' | 'paused' | 'disabled';

/**
 * - `pending`: no attempt has ended yet
 * - `retrying`: attempts failed, another one follows
 * - `delivered`: answered with 2xx
 * - `failed`: given up
 */
export type DeliveryStatus = 'pending' | 'delivered' | 'failed' | 'retrying';

/**
 * Why an attempt failed.
 *
 * - `dns`, `connect`, `tls`: the way to the endpoint failed, or broke
 * - `timeout`: no whole answer in time
 * - `status`: an answer other than 2xx
 * - `blocked`: the address is one that is never called
 * - `protocol`: what came back is not HTTP
 * - `interrupted`: the sending process stopped; whether the endpoint got it is not known
 */
export type AttemptErrorKind =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'status'
  | 'blocked'
  | 'protocol'
  | 'interrupted';

/** A webhook as other domains may see it: without its secrets. Times are ISO 8601 in UTC. */
export interface WebhookSummary {
  /** uuid */
  readonly id: string;
  /** uuid */
  readonly chatbotId: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly status: WebhookStatus;
  /** Why it is not active, as a sentence; null when it is. */
  readonly statusReason: string | null;
  readonly description: string;
  /** `••••1234` */
  readonly secretHint: string;
  /** The latest attempt; null before the first. */
  readonly lastDelivery: {
    readonly status: DeliveryStatus;
    readonly statusCode: number | null;
    readonly at: string;
  } | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One attempt of a delivery, from its start to its end. */
export interface DeliveryAttempt {
  /** From 1. */
  readonly number: number;
  readonly startedAt: string;
  /** Null when it was interrupted. */
  readonly durationMs: number | null;
  readonly statusCode: number | null;
  readonly error: { readonly kind: AttemptErrorKind; readonly message: string } | null;
  /** Untrusted: the first 4 KiB of what the endpoint answered. */
  readonly responseBody: string | null;
}

/** All that is known about a delivery. */
export interface DeliveryReport {
  /** uuid */
  readonly id: string;
  /** uuid: the delivery that this one repeats, or its own; `webhook-id` is its typed form. */
  readonly messageId: string;
  readonly event: string;
  readonly status: DeliveryStatus;
  /** Waits for the first attempt of an earlier event of the same conversation. */
  readonly heldBack: boolean;
  /** An attempt is being made right now. */
  readonly underWay: boolean;
  readonly requestBody: string;
  /** When it was queued. */
  readonly scheduledAt: string;
  /** Null when none follows, and while one is being made. */
  readonly nextAttemptAt: string | null;
  /** Oldest first; one that is being made is not in it. */
  readonly attempts: readonly DeliveryAttempt[];
  readonly webhook: WebhookSummary;
}

/** Sends to webhooks by hand, and explains what was sent. Ids are uuids of the workspace of the call. */
export interface WebhookDesk {
  /**
   * Queues a `webhook.ping`, also for a webhook that is paused or disabled, whatever events it asks for.
   *
   * @returns id of the delivery
   * @throws Fault `not_found`
   */
  ping(webhookId: string): Promise<string>;
  /**
   * Queues a delivery again, with the same body and the same `webhook-id`, so that a receiver that got it tells the
   * copy; also for a webhook that is paused or disabled.
   *
   * @returns id of the new delivery
   * @throws Fault `not_found`
   */
  replay(deliveryId: string): Promise<string>;
  /** @throws Fault `not_found` */
  delivery(deliveryId: string): Promise<DeliveryReport>;
  /**
   * The newest delivery of a webhook that is not delivered and of which an attempt has failed; undefined when there is
   * none.
   *
   * @throws Fault `not_found`
   */
  latestFailure(webhookId: string): Promise<DeliveryReport | undefined>;
}

export const webhookDesk = defineService<WebhookDesk>('webhooks.desk');
