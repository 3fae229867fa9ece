import { loadConfig } from './config.ts';
import { layFoundation } from './foundation.ts';
import { createLogger } from './logger.ts';
import { tellFailure } from './tell-failure.ts';

/** Brings the store up to date and ends: for installations that migrate before they start the new version. */
export async function migrate(): Promise<void> {
  try {
    const config = loadConfig(process.env);
    const { store, egress } = await layFoundation(config, {
      logger: createLogger(config.logLevel),
      publicUrl: () => config.publicUrl ?? '',
    });
    try {
      const { applied } = await store.migrate();
      const lines = applied.length === 0 ? ['The store is up to date.'] : applied.map(name => `applied ${name}`);
      process.stdout.write(`${lines.join('\n')}\n`);
    } finally {
      await store.close();
      await egress.close();
    }
  } catch (error) {
    tellFailure(error);
  }
}
