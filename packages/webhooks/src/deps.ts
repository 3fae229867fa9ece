import type { Egress } from '@conferbot/egress';
import type { SecretBox } from '@conferbot/plugin';
import type { Courier } from './delivery/courier.ts';

/** What the tools of one composition share. */
export interface WebhookDeps {
  readonly secrets: SecretBox;
  readonly egress: Egress;
  readonly allowPrivate: boolean;
  /** Names that webhooks may ask for, beside the ping. */
  readonly events: readonly string[];
  readonly courier: Courier;
}
