import type { BenchDatabase } from './database/bench-database.ts';
import type { LoadGenerator } from './load/load-generator.ts';

/** What every comparison works with. */
export interface Bench {
  readonly load: LoadGenerator;
  readonly connections: number;
  /** Length of one measurement. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** Conversations of the chatbot that the row `analytics-year` is about. */
  readonly conversations: number;
  /** Undefined where no PostgreSQL answers: what needs one is skipped. */
  readonly database: BenchDatabase | undefined;
  /** A folder that goes when the run ends. */
  readonly directory: string;
}
