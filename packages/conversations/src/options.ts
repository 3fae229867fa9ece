import type { Egress } from '@conferbot/egress';
import type { SecretBox } from '@conferbot/plugin';

export interface ConversationsOptions {
  /** 32 bytes or more: signs the tokens of visitors. */
  readonly sessionKey: Uint8Array;
  /** Seals what a flow asks to be done outside until it is done, since it may hold keys. */
  readonly secrets: SecretBox;
  /** The way out for HTTP calls and AI services of flows. */
  readonly egress: Egress;
  /** Sends the mails of flows; without it they end as `not_configured`. */
  readonly mail?: MailOptions;
}

export interface MailOptions {
  /** `smtps://user:password@host:465`, or `smtp://` with STARTTLS where the server offers it. */
  readonly url: string;
  /** `Support <support@example.com>` */
  readonly from: string;
}
