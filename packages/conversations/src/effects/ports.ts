import type { EffectPorts } from '@conferbot/flow-engine';
import type { ConversationsOptions } from '../options.ts';
import { aiPort } from './ai-port.ts';
import { httpPort } from './http-port.ts';
import { mailPort } from './mail-port.ts';

/** What this server does outside for flows; what is absent ends as `not_configured`. */
export function portsOf({ egress, mail }: ConversationsOptions): Omit<EffectPorts, 'now'> {
  return { http: httpPort(egress), ai: aiPort(egress), ...(mail && { mail: mailPort(mail) }) };
}
