import { z } from 'zod';
import { isObject, type MessageParams } from './message.ts';

/** Keys of `params._meta` that 2026-07-28 reserves. */
export const metaKeys = {
  protocolVersion: 'io.modelcontextprotocol/protocolVersion',
  clientInfo: 'io.modelcontextprotocol/clientInfo',
  clientCapabilities: 'io.modelcontextprotocol/clientCapabilities',
  logLevel: 'io.modelcontextprotocol/logLevel',
  serverInfo: 'io.modelcontextprotocol/serverInfo',
} as const;

/** What a request of 2026-07-28 says about itself. */
export interface Envelope {
  readonly version: string;
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly progressToken: string | number | undefined;
  readonly logLevel: string | undefined;
}

export interface EnvelopeIssue {
  readonly key: string;
  readonly problem: string;
}

const anyObject = z.record(z.string(), z.unknown());

const implementation = z.object({
  name: z.string(),
  title: z.string().optional(),
  version: z.string(),
  websiteUrl: z.string().optional(),
  description: z.string().optional(),
  icons: z
    .array(
      z.object({
        src: z.string(),
        mimeType: z.string().optional(),
        sizes: z.array(z.string()).optional(),
        theme: z.enum(['light', 'dark']).optional(),
      }),
    )
    .optional(),
});

const clientCapabilities = z.object({
  experimental: z.record(z.string(), anyObject).optional(),
  sampling: z.object({ context: anyObject.optional(), tools: anyObject.optional() }).optional(),
  elicitation: z
    .looseObject({
      form: z.looseObject({ applyDefaults: z.boolean().optional() }).optional(),
      url: anyObject.optional(),
    })
    .optional(),
  roots: z.object({ listChanged: z.boolean().optional() }).optional(),
  extensions: z.record(z.string(), anyObject).optional(),
});

/** Parameters of `initialize`, the handshake up to 2025-11-25. */
export const initializeParams = z.object({
  protocolVersion: z.string(),
  capabilities: clientCapabilities,
  clientInfo: implementation,
});

const envelope = z.looseObject({
  [metaKeys.protocolVersion]: z.string(),
  [metaKeys.clientInfo]: implementation.optional(),
  [metaKeys.clientCapabilities]: clientCapabilities,
  [metaKeys.logLevel]: z
    .enum(['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'])
    .optional(),
});

/** Whether the params name a protocol version, by which they claim to be of 2026-07-28 or later. */
export function claimsEnvelope(params: MessageParams | undefined): boolean {
  const meta = params?._meta;
  return isObject(meta) && metaKeys.protocolVersion in meta;
}

/** What is wrong with an envelope, missing keys first; empty when it is well-formed. */
export function envelopeIssues(meta: Readonly<Record<string, unknown>>): EnvelopeIssue[] {
  const issues: EnvelopeIssue[] = [];
  for (const key of [metaKeys.protocolVersion, metaKeys.clientCapabilities]) {
    if (!(key in meta)) issues.push({ key, problem: 'missing' });
  }
  const parsed = envelope.safeParse(meta);
  if (parsed.success) return issues;
  for (const issue of parsed.error.issues) {
    const key = issue.path.map(String).join('.') || '_meta';
    if (!issues.some(known => known.key === key)) issues.push({ key, problem: issue.message });
  }
  return issues;
}

/** Reads an envelope without issues. */
export function readEnvelope(meta: Readonly<Record<string, unknown>>): Envelope {
  return {
    version: meta[metaKeys.protocolVersion] as string,
    capabilities: meta[metaKeys.clientCapabilities] as Record<string, unknown>,
    progressToken: meta.progressToken as string | number | undefined,
    logLevel: meta[metaKeys.logLevel] as string | undefined,
  };
}
