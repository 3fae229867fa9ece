/** What a caller can do something about. The list is closed: clients and REST statuses rely on it. */
export type FaultCode = 'not_found' | 'invalid_argument' | 'conflict' | 'forbidden' | 'limit_exceeded' | 'unavailable';

/** One problem of several, located in the input. */
export interface FaultDetail {
  /** Dotted path of the offending argument, empty for the whole input. */
  readonly path: string;
  readonly message: string;
}

export interface FaultOptions {
  /** What to do next, written for a model: a value to use, a tool to call. */
  readonly fix?: string;
  readonly details?: readonly FaultDetail[];
  readonly cause?: unknown;
}

const brand = Symbol.for('@conferbot/plugin.Fault');

/**
 * A failure that the caller may read and act on. Anything else that a plugin throws is an internal
 * error: logged under a reference, of which the caller sees the reference only.
 *
 * Messages never quote stored text of visitors or authors.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly fix: string | undefined;
  readonly details: readonly FaultDetail[] | undefined;

  constructor(code: FaultCode, message: string, options: FaultOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fix = options.fix;
    this.details = options.details;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Tells a {@link Fault}, also one made by another copy of this package, where `instanceof` fails. */
export function isFault(value: unknown): value is Fault {
  return typeof value === 'object' && value !== null && brand in value;
}

/** The answer to an id that this workspace does not have, whoever else may have it. */
export function notFound(what: string, id: string, fix?: string): Fault {
  return new Fault(
    'not_found',
    `There is no ${what} with id ${id} in this workspace.`,
    fix === undefined ? {} : { fix },
  );
}

/** An argument that the schema could not refuse, such as two arguments that exclude each other. */
export function invalidArgument(path: string, message: string, fix?: string): Fault {
  return new Fault('invalid_argument', message, {
    details: [{ path, message }],
    ...(fix === undefined ? {} : { fix }),
  });
}
