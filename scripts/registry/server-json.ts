import { z } from 'zod';

const input = z.strictObject({
  name: z.string(),
  description: z.string(),
  isRequired: z.boolean().optional(),
  isSecret: z.boolean().optional(),
  format: z.enum(['string', 'number', 'boolean', 'filepath']).optional(),
  default: z.string().optional(),
});
const version = z.string().regex(/^\d+\.\d+\.\d+$/);

/** The form that the MCP registry asks of server.json, schema of 2025-12-11, as far as ours goes. */
export const serverJson = z.strictObject({
  $schema: z.literal('https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'),
  name: z.string().regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  title: z.string().min(1).max(100),
  description: z.string().min(1).max(100),
  version,
  websiteUrl: z.url(),
  repository: z.strictObject({ url: z.url(), source: z.literal('github'), subfolder: z.string() }),
  remotes: z.array(
    z.strictObject({
      type: z.literal('streamable-http'),
      url: z.url({ protocol: /^https$/ }),
      headers: z.array(input),
    }),
  ),
  packages: z.array(
    z.strictObject({
      registryType: z.literal('npm'),
      registryBaseUrl: z.literal('https://registry.npmjs.org'),
      identifier: z.string(),
      version,
      runtimeHint: z.literal('npx'),
      transport: z.strictObject({ type: z.literal('stdio') }),
      packageArguments: z.array(z.strictObject({ type: z.literal('positional'), value: z.string() })),
      environmentVariables: z.array(input),
    }),
  ),
});
