import { z } from 'zod';
import { readEmail } from '../../answers/email.ts';
import type { NodeCall } from '../../engine/node-call.ts';
import { leave } from '../../engine/step.ts';
import { htmlToMarkdown } from '../../text/html-to-markdown.ts';
import type { Json } from '../../values/json.ts';
import { unspoken } from '../fields.ts';
import { type DataFinding, defineNodeType, onlyDefault } from '../node-type.ts';
import { parameterText } from '../parameter-text.ts';

const mostAddresses = 50;
const addresses = z.union([z.string(), z.array(z.string())]);

export const emailNode = defineNodeType({
  type: 'email-node',
  group: 'integration',
  title: 'E-mail',
  summary: 'Sends an e-mail and goes on at once.',
  data: z.looseObject({
    to: addresses.default('').describe('Addresses, with commas between them; placeholders such as {{email}} too.'),
    subject: parameterText.describe('Subject.'),
    body: parameterText.describe('Text of the e-mail.'),
    cc: addresses.optional().describe('Addresses that get a copy.'),
    bcc: addresses.optional().describe('Addresses that get a copy which the others do not see.'),
    replyTo: z.string().optional().describe('Address that answers go to.'),
  }),
  example: {
    to: 'sales@example.com',
    subject: 'New lead: {{name}}',
    body: '{{name}} asks for an offer. Answer to {{email}}.',
  },
  handles: onlyDefault,
  texts: data => [
    ...(['to', 'cc', 'bcc'] as const).flatMap(field => unspoken(`/${field}`, joined(data[field]))),
    ...unspoken('/subject', data.subject),
    ...unspoken('/body', data.body),
    ...unspoken('/replyTo', data.replyTo),
  ],
  check: data => [...tooMany(data.to, '/to'), ...tooMany(data.cc, '/cc'), ...tooMany(data.bcc, '/bcc')],
  enter(data, call) {
    const to = recipients(data.to, call);
    if (to.length === 0) return leave();
    const cc = recipients(data.cc, call);
    const bcc = recipients(data.bcc, call);
    const [replyTo] = recipients(data.replyTo, call);
    call.effect({
      kind: 'mail',
      to,
      ...(cc.length > 0 && { cc }),
      ...(bcc.length > 0 && { bcc }),
      ...(replyTo !== undefined && { replyTo }),
      subject: oneLine(call.render(data.subject, 'plain')),
      body: call.render(htmlToMarkdown(data.body), 'plain'),
    });
    return leave();
  },
});

type Addresses = z.infer<typeof addresses> | undefined;

/** Split before placeholders are filled in: what a visitor wrote is one address or none, never a list. */
function recipients(written: Addresses, call: NodeCall): string[] {
  const values = parts(written).flatMap((part): readonly Json[] => {
    const value = call.evaluate(part);
    return Array.isArray(value) ? (value as readonly Json[]) : [value];
  });
  const read = values.map(value => (typeof value === 'string' ? addressIn(value) : undefined));
  return [...new Set(read.filter(address => address !== undefined))].slice(0, mostAddresses);
}

/** `ada@example.org`, `Ada <ada@example.org>` */
function addressIn(text: string): string | undefined {
  const read = readEmail({ text: /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text });
  return read.ok ? read.value : undefined;
}

function parts(written: Addresses): string[] {
  return joined(written)
    .split(/[,;\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

function joined(written: Addresses): string {
  return typeof written === 'string' ? written : (written ?? []).join(', ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function tooMany(written: Addresses, pointer: string): DataFinding[] {
  const count = parts(written).length;
  if (count <= mostAddresses) return [];
  return [
    { code: 'LIMIT_EXCEEDED', message: `An e-mail goes to at most ${mostAddresses} addresses, not ${count}.`, pointer },
  ];
}
