import { join } from 'node:path';
import { type Accounts, createAccounts } from '@conferbot/accounts';
import { createEgress, type Egress } from '@conferbot/egress';
import type { Plugin } from '@conferbot/plugin';
import { type Composition, compose, openStore, type Store, type StoreOptions } from '@conferbot/runtime';
import type { Logger as PinoLogger } from 'pino';
import type { Config } from './config.ts';
import { choosePlugins, type PluginSurroundings } from './plugins.ts';
import { loadSecrets, type Secrets } from './secrets.ts';

/** What both a server and a migration stand on. */
export interface Foundation {
  readonly secrets: Secrets;
  /** Not open yet: that needs a migrated store. */
  readonly accounts: Accounts;
  readonly composition: Composition;
  readonly store: Store;
  /** The way out for what flows call; to be closed at the stop. */
  readonly egress: Egress;
}

export interface FoundationOptions extends Pick<PluginSurroundings, 'publicUrl' | 'demo'> {
  readonly logger: PinoLogger;
  /** Composed after those that the configuration chooses. */
  readonly extraPlugins?: readonly Plugin[] | undefined;
  /** Characters that the name of a tool may have. Default 32. */
  readonly longestToolName?: number | undefined;
  /** The embedded store is beyond repair in this process, which should end. */
  readonly onFatal?: ((error: Error) => void) | undefined;
}

/** Composes the plugins and opens the store. */
export async function layFoundation(config: Config, options: FoundationOptions): Promise<Foundation> {
  const secrets = await loadSecrets(config);
  const egress = createEgress({ allowPrivate: config.allowPrivateWebhooks });
  const { publicUrl, demo, extraPlugins = [] } = options;
  const plugins = [...(await choosePlugins({ config, secrets, egress, publicUrl, demo })), ...extraPlugins];
  const accounts = createAccounts({ pepper: secrets.keyPepper, logger: options.logger });
  const { longestToolName = 32 } = options;
  const composition = compose([...plugins, accounts.plugin], { longestToolName });
  const store = await openStore(storeOptions(config, options), composition.schema);
  return { secrets, accounts, composition, store, egress };
}

function storeOptions(config: Config, { logger, onFatal }: FoundationOptions): StoreOptions {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl };
  return {
    dataDir: join(config.dataDir, 'store'),
    onFatal(error) {
      logger.fatal({ err: error }, 'the embedded store broke down');
      onFatal?.(error);
    },
  };
}
