import { banner } from './banner.ts';
import { loadConfig } from './config.ts';
import { type Hosted, type HostedOptions, startHosted } from './hosted.ts';
import { createLogger } from './logger.ts';
import { tellFailure } from './tell-failure.ts';

/** Runs the server as this process, until it is told to stop. */
export async function start(options: Pick<HostedOptions, 'extraPlugins'> = {}): Promise<void> {
  try {
    const config = loadConfig(process.env);
    const logger = createLogger(config.logLevel);
    const die = (): never => process.exit(1);
    process.on('unhandledRejection', error => {
      logger.fatal({ err: error }, 'a promise failed, and nobody handled it');
      die();
    });
    const starting = startHosted(config, { ...options, logger, onFatal: die });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        logger.info({ signal }, 'stopping');
        stop(starting).catch(error => {
          logger.fatal({ err: error }, 'the stop failed');
          die();
        });
      });
    }
    process.stdout.write(banner(await starting));
  } catch (error) {
    tellFailure(error);
  }
}

/** A start under way is finished first, so that nothing is left half open. */
async function stop(starting: Promise<Hosted>): Promise<void> {
  const hosted = await starting;
  await hosted.close();
  process.exit(0);
}
