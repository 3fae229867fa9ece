import type { SystemContext } from './context.ts';

/** Work in the background. One process at a time runs it, whichever comes first. */
export interface Job {
  /** Kebab case, unique in the plugin. */
  readonly name: string;
  /** Seconds from the end of one run to the start of the next. */
  readonly every: number;
  /** Seconds after which another process takes over a run whose process died. Held for as long as it runs. Default 30. */
  readonly lease?: number;
  readonly run: (ctx: SystemContext) => Promise<void>;
}
