import type { Logger } from '@conferbot/plugin';

/** Puts the id of its request on every line. Cheap to make: most requests write none. */
export class RequestLogger implements Logger {
  readonly #logger: Logger;
  readonly #requestId: string;

  constructor(logger: Logger, requestId: string) {
    this.#logger = logger;
    this.#requestId = requestId;
  }

  debug(fields: object, message: string): void {
    this.#logger.debug({ requestId: this.#requestId, ...fields }, message);
  }

  info(fields: object, message: string): void {
    this.#logger.info({ requestId: this.#requestId, ...fields }, message);
  }

  warn(fields: object, message: string): void {
    this.#logger.warn({ requestId: this.#requestId, ...fields }, message);
  }

  error(fields: object, message: string): void {
    this.#logger.error({ requestId: this.#requestId, ...fields }, message);
  }
}
