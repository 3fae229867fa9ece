import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const golden = join(import.meta.dirname, '../../golden');

const reply = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ choiceId: z.string() }),
  z.strictObject({ choiceIds: z.array(z.string()) }),
  z.strictObject({ value: z.json() }),
  z.strictObject({
    files: z.array(
      z.strictObject({ id: z.string(), name: z.string(), url: z.string(), bytes: z.number(), type: z.string() }),
    ),
  }),
]);
const event = z.strictObject({ event: z.enum(['timer', 'handover', 'agent_joined', 'handback', 'close']) });
const effectResult = z.union([
  z.strictObject({ ok: z.literal(true), value: z.json() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      kind: z.enum([
        'not_configured',
        'timeout',
        'connect',
        'dns',
        'tls',
        'blocked',
        'status',
        'bad_response',
        'failed',
      ]),
      message: z.string().optional(),
    }),
  }),
]);
const object = z.record(z.string(), z.json());

const conversation = z.strictObject({
  about: z.string().min(10),
  clock: z.iso.datetime().optional(),
  seed: z.int().optional(),
  trigger: z
    .strictObject({
      visitor: z
        .strictObject({ name: z.string().optional(), email: z.string().optional(), phone: z.string().optional() })
        .optional(),
      session: object.optional(),
      variables: object.optional(),
    })
    .optional(),
  inputs: z.array(z.union([event, reply])),
  mocks: z.record(z.string(), z.union([effectResult, z.array(effectResult).min(1)])).optional(),
  expect: z.unknown().optional(),
});
const findings = z.strictObject({
  about: z.string().min(10),
  findings: z.unknown().optional(),
  afterFixes: z.unknown().optional(),
});

export interface GoldenCase {
  /** `ask-email-node/invalid-then-valid` */
  readonly name: string;
  readonly file: string;
  readonly flow: unknown;
  /** Nothing of it is checked yet. */
  readonly content: {
    readonly about?: unknown;
    readonly expect?: unknown;
    readonly findings?: unknown;
    readonly afterFixes?: unknown;
  };
}

export type GoldenConversation = z.infer<typeof conversation>;

/** Every case of the folder, by name. */
export function goldenCases(): GoldenCase[] {
  const folders = foldersIn(golden).flatMap(area => foldersIn(join(golden, area)).map(name => join(area, name)));
  return folders.map(name => {
    const file = join(golden, name, 'case.json');
    const flow = readJson(join(golden, name, 'flow.json'));
    return { name, file, flow, content: readJson(file) as GoldenCase['content'] };
  });
}

export const isConversation = ({ content }: GoldenCase) => 'inputs' in content;
export const readConversation = ({ content }: GoldenCase): GoldenConversation => conversation.parse(content);
export const readFindings = ({ content }: GoldenCase) => findings.parse(content);

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function readJson(file: string): unknown {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8'));
}
