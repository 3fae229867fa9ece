import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { LogLevel } from './config.ts';

/** Fields that may hold a secret, wherever they turn up in a log entry. */
const secretFields = [
  'apiKey',
  'authorization',
  'body',
  'cookie',
  'key',
  'password',
  'query',
  'secret',
  'token',
  'x-api-key',
];

/**
 * The log of the process: JSON lines on standard output, or readable lines on a terminal. Values of fields
 * that may hold a secret are never written.
 */
export function createLogger(level: LogLevel, destination: DestinationStream = standardOutput()): PinoLogger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      serializers: { err: errorFields },
      redact: {
        paths: secretFields.flatMap(name => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
        censor: '[hidden]',
      },
    },
    destination,
  );
}

function standardOutput(): DestinationStream {
  return process.stdout.isTTY
    ? pretty({ colorize: true, ignore: 'requestId' })
    : pino.destination({ fd: 1, sync: false });
}

/**
 * What a log tells of an error: not the whole object, since drivers hang statements with their values on it,
 * and not the message of a database error, which quotes values.
 */
function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const fromDatabase = 'severity' in error || (code !== undefined && /^[0-9A-Z]{5}$/.test(code));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(fromDatabase ? databaseFields(error) : { message: error.message }),
    stack: framesOf(error),
    ...(error.cause instanceof Error ? { cause: errorFields(error.cause) } : {}),
  };
}

function databaseFields(error: Error): object {
  const { table, constraint, column, routine } = error as Error & Record<string, unknown>;
  return { table, constraint, column, routine };
}

/** The stack without its first lines, which repeat the message. */
function framesOf({ stack = '' }: Error): string {
  const start = stack.search(/\n\s+at /);
  return start === -1 ? '' : stack.slice(start + 1);
}
