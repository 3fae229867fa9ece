import { type Accounts, type WorkspaceAccount, type WorkspaceDirectory, workspaceId } from '@conferbot/accounts';
import { isFault } from '@conferbot/plugin';
import { everything, serveStdio } from '@conferbot/runtime';
import { pino } from 'pino';
import { Cleanup } from './cleanup.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { startEngine } from './engine.ts';
import { createLogger } from './logger.ts';
import { tellFailure } from './tell-failure.ts';

export interface StdioCommandOptions {
  /** `wsp_…`. Default: the only workspace, which an empty store gets. */
  readonly workspace?: string;
}

/**
 * Serves one workspace over standard input and output, until the input ends. Standard output belongs to the protocol:
 * the log goes to standard error.
 */
export async function stdio(options: StdioCommandOptions): Promise<void> {
  const cleanup = new Cleanup();
  try {
    const config = loadConfig(process.env);
    const logger = createLogger(config.logLevel, pino.destination(2));
    const stop = (): void =>
      void cleanup.run().then(
        () => process.exit(0),
        error => {
          logger.fatal({ err: error }, 'the stop failed');
          process.exit(1);
        },
      );
    const { accounts, runtime } = await startEngine(
      config,
      { logger, publicUrl: () => publicUrl(config), onFatal: () => process.exit(1) },
      cleanup,
    );
    const workspace = await chooseWorkspace(accounts, options.workspace);
    logger.info({ workspace: workspaceId.encode(workspace.id) }, 'serving over stdio');
    process.stdin.once('end', stop).once('close', stop);
    process.stdout.once('error', stop);
    process.once('SIGTERM', stop).once('SIGINT', stop);
    const principal = { kind: 'system', name: 'stdio' } as const;
    const caller = { workspace, principal, requestId: 'stdio', logger };
    const connection = await serveStdio(runtime, runtime.views.get(everything), caller);
    cleanup.add(() => connection.close());
  } catch (error) {
    await cleanup.run().catch(() => undefined);
    tellFailure(error);
  }
}

/** Where `conferbot start` listens with the same environment: visitors and readers are led there. */
function publicUrl({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host}:${port}`;
}

async function chooseWorkspace({ workspaces }: Accounts, id: string | undefined): Promise<WorkspaceAccount> {
  if (id !== undefined) return namedWorkspace(workspaces, id);
  const { rows, total } = await workspaces.list({ limit: 1, offset: 0 });
  if (total > 1) {
    throw new ConfigError(
      `There are ${total} workspaces here: name one with --workspace <id>; conferbot workspace list shows them.`,
    );
  }
  return rows[0] ?? workspaces.create({ name: 'My workspace', plan: 'enterprise' });
}

async function namedWorkspace(workspaces: WorkspaceDirectory, id: string): Promise<WorkspaceAccount> {
  const refusal = new ConfigError(
    `--workspace takes the id of a workspace of this store, such as wsp_…; ${id} is none.`,
  );
  const uuid = workspaceId.decode(id);
  if (uuid === undefined) throw refusal;
  return workspaces.get(uuid).catch((error: unknown) => {
    throw isFault(error) ? refusal : error;
  });
}
