import type { Accounts } from '@conferbot/accounts';
import { isFault, type Workspace } from '@conferbot/plugin';
import { createRuntime, type Relay, type Runtime, type Store, startJobs, startRelay } from '@conferbot/runtime';
import type { Cleanup } from './cleanup.ts';
import type { Config } from './config.ts';
import { type FoundationOptions, layFoundation } from './foundation.ts';
import { instructions } from './instructions.ts';
import type { Secrets } from './secrets.ts';
import { version } from './version.ts';

/** The product at work, without a way in. */
export interface Engine {
  readonly secrets: Secrets;
  readonly accounts: Accounts;
  readonly store: Store;
  readonly runtime: Runtime;
  readonly relay: Relay;
}

export interface EngineOptions extends FoundationOptions {
  /** Parses every result with its output schema before it leaves. Default false. */
  readonly checkResults?: boolean;
}

/** Migrates the store, and starts the runtime with its work in the background. @param cleanup Gets what ends it. */
export async function startEngine(config: Config, options: EngineOptions, cleanup: Cleanup): Promise<Engine> {
  const { logger, checkResults = false } = options;
  const { secrets, accounts, composition, store, egress } = await layFoundation(config, options);
  cleanup.add(() => store.close());
  cleanup.add(() => egress.close());
  const { applied } = await store.migrate();
  if (applied.length > 0) logger.info({ applied }, 'migrated');
  await accounts.open(store, composition);
  cleanup.add(() => accounts.close());

  const runtime = createRuntime({
    composition,
    store,
    serverInfo: { name: 'conferbot', title: 'Conferbot', version },
    instructions,
    logger,
    secret: secrets.callTokenSecret,
    checkResults,
    onEvents: () => relay.wake(),
    findWorkspace: id => findWorkspace(accounts, id),
  });
  const relay = startRelay(runtime);
  cleanup.add(() => relay.stop());
  const jobs = startJobs(runtime);
  cleanup.add(() => jobs.stop());
  return { secrets, accounts, store, runtime, relay };
}

async function findWorkspace(accounts: Accounts, id: string): Promise<Workspace | undefined> {
  try {
    return await accounts.workspaces.get(id);
  } catch (error) {
    if (isFault(error) && error.code === 'not_found') return undefined;
    throw error;
  }
}
