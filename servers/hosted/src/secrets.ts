import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { ConfigError } from './config.ts';

/** What must not be guessed: from the environment, or made on the first start and kept in DATA_DIR. */
export interface Secrets {
  /** Bearer token of the control plane. */
  readonly adminToken: string;
  /** 32 bytes under which API keys are hashed. */
  readonly keyPepper: Uint8Array;
  /** 32 bytes that sign confirmation tokens. */
  readonly callTokenSecret: Uint8Array;
  /** 32 bytes under which keys and tokens in flows are encrypted. */
  readonly flowSecretsKey: Uint8Array;
  /** 32 bytes under which the work that conversations ask for is encrypted until it is done. */
  readonly conversationSecretsKey: Uint8Array;
  /** 32 bytes under which keys and tokens of channels are encrypted. */
  readonly channelSecretsKey: Uint8Array;
  /** 32 bytes under which the signing secrets of webhooks are encrypted. */
  readonly webhookSecretsKey: Uint8Array;
  /** 32 bytes that sign the tokens of visitors. */
  readonly visitorSessionKey: Uint8Array;
}

export async function loadSecrets(config: Config): Promise<Secrets> {
  const adminToken = config.adminToken ?? (await keptSecret(config.dataDir, 'admin-token'));
  const encryptionKey = config.encryptionKey ?? (await keptSecret(config.dataDir, 'encryption-key'));
  return {
    adminToken,
    keyPepper: derive(encryptionKey, 'api-key-pepper'),
    callTokenSecret: derive(encryptionKey, 'call-tokens'),
    flowSecretsKey: derive(encryptionKey, 'flow-secrets'),
    conversationSecretsKey: derive(encryptionKey, 'conversation-secrets'),
    channelSecretsKey: derive(encryptionKey, 'channel-secrets'),
    webhookSecretsKey: derive(encryptionKey, 'webhook-secrets'),
    visitorSessionKey: derive(encryptionKey, 'visitor-sessions'),
  };
}

/** One secret for each purpose, so that none tells about another (HKDF-SHA256, RFC 5869). */
function derive(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `conferbot/${purpose}`, 32));
}

async function keptSecret(dataDir: string, name: string): Promise<string> {
  const path = join(dataDir, name);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = await readIfThere(path);
  if (kept === undefined) {
    await writeOnce(path, `${randomBytes(32).toString('base64url')}\n`);
  }
  const secret = (kept ?? (await readFile(path, 'utf8'))).trim();
  if (secret.length < 32)
    throw new ConfigError(`${path} holds no secret: restore it from a backup, or remove it to get a new one.`);
  return secret;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Whole or not at all, and never over what another process wrote first: `link` refuses an existing name. */
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
