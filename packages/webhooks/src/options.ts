import type { Egress } from '@conferbot/egress';
import type { SecretBox } from '@conferbot/plugin';

export interface WebhooksOptions {
  /** Seals the signing secrets. */
  readonly secrets: SecretBox;
  /** The way out. Give it `allowPrivate` too where {@link WebhooksOptions.allowPrivate} is set. */
  readonly egress: Egress;
  /** Lets webhooks be made for loopback and private addresses, also over http. Default false. */
  readonly allowPrivate?: boolean;
  /**
   * Names of the events that webhooks may ask for, of those that their plugins tell systems outside.
   * Default {@link defaultEvents}. `webhook.ping` is always one.
   */
  readonly events?: readonly string[];
  /** Attempts that this process makes at once. Default 100; a quarter of them for one workspace, 5 for one webhook. */
  readonly concurrency?: number;
  /** Seconds after which another process takes over an attempt of one that died. Default 30, at least 15. */
  readonly lease?: number;
  /** Numbers from 0 to 1 that spread the retries; 0.5 keeps to the schedule. Default `Math.random`. */
  readonly random?: () => number;
}

/** What webhooks may ask for unless told otherwise. */
export const defaultEvents: readonly string[] = [
  'response.created',
  'response.updated',
  'conversation.started',
  'conversation.completed',
  'conversation.handover',
  'ticket.created',
  'flow.published',
];
