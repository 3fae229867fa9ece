import type { SecretBox } from '@conferbot/plugin';
import type { ChannelType } from './channel-type.ts';

type Config = Readonly<Record<string, string>>;

const dots = '••••';
const shortestWithTail = 12;

/** A config as it is stored. `context` is `workspace/channel`. */
export function sealConfig(type: ChannelType, config: Config, secrets: SecretBox, context: string): Config {
  return mapSecrets(type, config, secret => secrets.seal(secret, context));
}

/** A stored config as it is shown: of each secret no more than its end. */
export function maskConfig(type: ChannelType, stored: Config, secrets: SecretBox, context: string): Config {
  return mapSecrets(type, stored, sealed => {
    const secret = secrets.open(sealed, context);
    return secret.length < shortestWithTail ? dots : `${dots}${secret.slice(-4).toWellFormed()}`;
  });
}

/** A config that may leave the workspace. */
export function dropSecrets(type: ChannelType, stored: Config): Config {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !type.secrets.includes(key)));
}

function mapSecrets(type: ChannelType, config: Config, change: (text: string) => string): Config {
  return Object.fromEntries(
    Object.entries(config).map(([key, text]) => [key, type.secrets.includes(key) ? change(text) : text]),
  );
}
