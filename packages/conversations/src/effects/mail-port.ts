import { createHash } from 'node:crypto';
import type { EffectPort } from '@conferbot/flow-engine';
import { createTransport } from 'nodemailer';
import type { MailOptions } from '../options.ts';
import { failed } from './failure.ts';

/** Sends mails of flows over SMTP. The same effect has the same Message-ID whenever it is sent. */
export function mailPort({ url, from }: MailOptions): EffectPort<'mail'> {
  const transport = createTransport(url, { from });
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return async ({ to, cc, bcc, replyTo, subject, body }, { id }) => {
    try {
      await transport.sendMail({
        to: [...to],
        ...(cc && { cc: [...cc] }),
        ...(bcc && { bcc: [...bcc] }),
        ...(replyTo !== undefined && { replyTo }),
        subject,
        text: body,
        messageId: `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${domain}>`,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { ok: true, value: null };
    } catch (error) {
      return failed('failed', error instanceof Error ? error.message : String(error));
    }
  };
}
