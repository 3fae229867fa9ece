import type { Egress } from '@conferbot/egress';
import type { SecretBox } from '@conferbot/plugin';
import type { PreparedQuestion, QuestionAnswer } from './contract.ts';

export interface ConversationsOptions {
  /** 32 bytes or more: signs the tokens of visitors. */
  readonly sessionKey: Uint8Array;
  /** Seals what a flow asks to be done outside until it is done, since it may hold keys. */
  readonly secrets: SecretBox;
  /** The way out for HTTP calls and AI services of flows. */
  readonly egress: Egress;
  /** Sends the mails of flows; without it they end as `not_configured`. */
  readonly mail?: MailOptions;
  /** Words the answers to questions that flows cannot use; without it they end as unsure. */
  readonly answers?: AnswerQuestion;
}

/**
 * Words the answer to a question that `questionAnswerer` prepared, outside of any transaction. It may be called again for
 * the same question when a process dies. What it throws, or does not do within 25 seconds, counts as unsure.
 */
export type AnswerQuestion = (
  prepared: PreparedQuestion,
  context: { readonly signal: AbortSignal },
) => Promise<QuestionAnswer>;

export interface MailOptions {
  /** `smtps://user:password@host:465`, or `smtp://` with STARTTLS where the server offers it. */
  readonly url: string;
  /** `Support <support@example.com>` */
  readonly from: string;
}
