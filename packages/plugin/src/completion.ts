import type { CallContext } from './context.ts';

/**
 * Suggests values for an argument of prompts and resource templates, wherever an argument of that name
 * occurs. The owner of an id contributes it once, for all plugins.
 */
export interface Completion {
  readonly argument: string;
  /** Up to 100 values that continue what was typed, best first. `given` holds the arguments already filled in. */
  readonly complete: (
    typed: string,
    ctx: CallContext,
    given: Readonly<Record<string, string>>,
  ) => Promise<readonly string[]>;
}
