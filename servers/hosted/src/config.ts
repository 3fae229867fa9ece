import { resolve } from 'node:path';
import { z } from 'zod';

/** What the environment says, checked. */
export interface Config {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** Address that clients type; undefined: made from the listener's address once it listens. */
  readonly publicUrl: string | undefined;
  /** PostgreSQL; undefined: PGlite under {@link Config.dataDir}. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  /** Undefined: kept in {@link Config.dataDir}, generated on the first start. */
  readonly adminToken: string | undefined;
  /** Undefined: kept in {@link Config.dataDir}, generated on the first start. */
  readonly encryptionKey: string | undefined;
  /** Undefined: on an empty embedded store. */
  readonly demo: boolean | undefined;
  /** Names of built-in plugins, npm packages and paths; undefined: all that are built in. */
  readonly plugins: readonly string[] | undefined;
  readonly logLevel: LogLevel;
  readonly allowPrivateWebhooks: boolean;
  /** Sends the mails of flows; undefined: they end as `not_configured`. */
  readonly smtpUrl: string | undefined;
  /** Whom mails of flows are from. */
  readonly mailFrom: string;
  /** Words answers from the knowledge base; undefined: they are quoted from it. */
  readonly ai: AiService | undefined;
  /** Host names that requests may be addressed to; undefined: by {@link Config.publicUrl} and the listener. */
  readonly allowedHosts: readonly string[] | undefined;
  /** Origins of browsers that may call; undefined: by {@link Config.publicUrl} and the listener. */
  readonly allowedOrigins: readonly string[] | undefined;
}

/** A service that speaks OpenAI's chat completions. */
export interface AiService {
  /** Up to, and without, `/chat/completions`. */
  readonly url: string;
  readonly apiKey?: string;
  readonly model: string;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A variable of the environment that cannot be used. The message is one line for whoever starts the server. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError that names the variable and what it takes; the value itself is not shown. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = <T>(name: string, schema: z.ZodType<T, string | undefined>): T => {
    const text = env[name]?.trim();
    const parsed = schema.safeParse(text === '' ? undefined : text);
    if (parsed.success) return parsed.data;
    throw new ConfigError(`${name} takes ${parsed.error.issues[0]?.message ?? 'another value'}.`);
  };
  return {
    host: read('HOST', host),
    port: read('PORT', port),
    publicUrl: read('PUBLIC_URL', publicUrl),
    databaseUrl: read(
      'DATABASE_URL',
      addressOf(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database'),
    ),
    redisUrl: read('REDIS_URL', addressOf(['redis:', 'rediss:'], 'redis://host:6379')),
    dataDir: read('DATA_DIR', dataDir),
    adminToken: read('ADMIN_TOKEN', secret('a token')),
    encryptionKey: read('ENCRYPTION_KEY', secret('a secret')),
    demo: read('DEMO', flag.optional()),
    plugins: read(
      'PLUGINS',
      list(pluginEntry, 'names of plugins or npm packages, or paths, with commas between, such as all,./my-plugin'),
    ),
    logLevel: read('LOG_LEVEL', logLevel),
    allowPrivateWebhooks: read('ALLOW_PRIVATE_WEBHOOKS', flag.default(false)),
    smtpUrl: read('SMTP_URL', addressOf(['smtp:', 'smtps:'], 'smtps://user:password@host:465')),
    mailFrom: read('MAIL_FROM', mailFrom),
    ai: aiService(
      read('AI_URL', addressOf(['https:', 'http:'], 'https://api.openai.com/v1')),
      read('AI_MODEL', aiModel),
      read('AI_API_KEY', z.string().optional()),
    ),
    allowedHosts: read(
      'ALLOWED_HOSTS',
      list(/^(\*|[\w.-]+|\[[\da-f:.]+\])$/i, 'host names without ports, with commas between, or *'),
    ),
    allowedOrigins: read(
      'ALLOWED_ORIGINS',
      list(/^(\*|https?:\/\/[^/\s]+)$/i, 'origins such as https://app.example.com, with commas between, or *'),
    ),
  };
}

/** Name of a plugin or of an npm package, or a path that starts with a dot or a slash. */
const pluginEntry = /^(\.{0,2}\/.*|\.{1,2}|(@[a-z0-9][\w.~-]*\/)?[a-z0-9][\w.~-]*)$/;

const host = z
  .string()
  .regex(/^[\w.:-]+$/, 'an address or a host name to listen on, such as 127.0.0.1 or 0.0.0.0')
  .default('127.0.0.1');

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port from 0 to 65535')
  .transform(Number)
  .pipe(z.number().max(65_535, 'a port from 0 to 65535'))
  .default(3000);

const publicUrl = z
  .string()
  .refine(isBareHttpUrl, 'an http or https address without a path, such as https://mcp.example.com')
  .transform(text => new URL(text).origin)
  .optional();

const dataDir = z
  .string()
  .default('.conferbot')
  .transform(path => resolve(path));

const flag = z.enum(['0', '1'], '0 or 1').transform(text => text === '1');

const mailFrom = z
  .string()
  .regex(/^[^\r\n]*@[^\r\n]*$/, 'an e-mail address, such as Support <support@example.com>')
  .default('Conferbot <conferbot@localhost>');

const aiModel = z.string().max(200, 'the name of a model of AI_URL').optional();

function aiService(url: string | undefined, model: string | undefined, apiKey: string | undefined) {
  if (url === undefined) return undefined;
  if (model === undefined) throw new ConfigError('AI_MODEL takes the name of a model of AI_URL, which is set.');
  return { url, model, ...(apiKey !== undefined && { apiKey }) };
}

const logLevel = z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('info');

function secret(what: string) {
  return z.string().min(32, `${what} of at least 32 characters`).optional();
}

function list(entry: RegExp, takes: string) {
  return z
    .string()
    .transform(text =>
      text
        .split(',')
        .map(part => part.trim())
        .filter(part => part !== ''),
    )
    .refine(parts => parts.length > 0 && parts.every(part => entry.test(part)), takes)
    .optional();
}

function addressOf(protocols: readonly string[], example: string) {
  const message = `an address such as ${example}`;
  return z
    .string()
    .refine(text => URL.canParse(text) && protocols.includes(new URL(text).protocol), message)
    .optional();
}

function isBareHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === '' && username === '';
}
