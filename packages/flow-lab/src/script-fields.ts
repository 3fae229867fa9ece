import { z } from 'zod';
import { anyJson, anyObject } from './any-json.ts';

const file = z.strictObject({
  id: z.string().max(200).describe('Any id.'),
  name: z.string().max(255).describe('Name of the file.'),
  url: z.url().max(2048).describe('Address of the file.'),
  bytes: z.int().min(0).describe('Size in bytes.'),
  type: z.string().max(255).describe('MIME type, such as image/png.'),
});

const input = z
  .strictObject({
    text: z.string().max(12_000).optional().describe('What the visitor types. A choice can be typed by its label.'),
    choiceId: z.string().max(200).optional().describe('Id of the option that the visitor picks.'),
    choiceIds: z.array(z.string().max(200)).max(100).optional().describe('Ids of the options that the visitor picks.'),
    value: anyJson.optional().describe('A value that is no text: a number, a rating, a date.'),
    files: z.array(file).max(20).optional().describe('Files that the visitor sends.'),
    event: z
      .enum(['timer', 'handover', 'agent_joined', 'handback', 'close'])
      .optional()
      .describe(
        'Instead of a reply: timer (the wait is over), handover (the visitor asks for a person), agent_joined, handback (the person is done), close.',
      ),
  })
  .refine(
    reply => Object.keys(reply).length <= 1,
    'Give one of text, choiceId, choiceIds, value, files and event; none for an empty reply.',
  );

const result = z.strictObject({
  ok: z.boolean().describe('Whether it worked.'),
  value: anyJson.optional().describe('With ok: what came back; of HTTP {status, body}.'),
  error: z
    .strictObject({
      kind: z
        .enum(['not_configured', 'timeout', 'connect', 'dns', 'tls', 'blocked', 'status', 'bad_response', 'failed'])
        .describe('What went wrong.'),
      message: z.string().max(1000).optional().describe('What a log would say.'),
    })
    .optional()
    .describe('Without ok: why it failed.'),
});

/** Who comes, and from where. */
export const triggerField = z
  .strictObject({
    visitor: z
      .strictObject({
        name: z.string().max(200).optional().describe('Name, where it is known.'),
        email: z.string().max(320).optional().describe('E-mail address, where it is known.'),
        phone: z.string().max(40).optional().describe('Phone number, where it is known.'),
      })
      .optional()
      .describe('What is known of the visitor; read as {{visitor.name}}.'),
    session: anyObject
      .optional()
      .describe('What is known of the visit: page, referrer, locale, timezone, device; read as {{session.page}}.'),
    variables: anyObject.optional().describe('Variables that are set before the start.'),
  })
  .describe('Who comes, from where, with what known of them.');

export const seedField = z.int().min(-2_147_483_648).max(2_147_483_647).default(1);

export const clockField = z.iso
  .datetime({ offset: true })
  .optional()
  .describe('When the conversation starts, ISO 8601. Default: Monday 2026-03-02, 09:00 UTC, on any day.');

export const inputsField = z
  .array(input)
  .max(200)
  .default([])
  .describe('What happens, in order: each is given as soon as the conversation waits for it. Up to 200.');

export const mocksField = z
  .record(z.string(), z.union([result, z.array(result).min(1).max(200)]))
  .optional()
  .describe(
    'What calls to other systems lead to, by id of the node: {"hook": {"ok": true, "value": {…}}}, or a list, one for each time. Without one they end as not_configured.',
  );
