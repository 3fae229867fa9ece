import type { Bench } from './bench.ts';

/** What a comparison measures, and in which unit its samples are. */
export type Metric = 'requests per second' | 'turns per second' | 'milliseconds' | 'megabytes';

/** Whether more is better. */
export const isRate = (metric: Metric): boolean => metric.endsWith(' per second');

/** Ratios of subject by baseline that are to be reached; whether by staying above or below says the metric. */
export interface Bars {
  readonly first: number;
  readonly goal: number;
}

/** One measurement of one side. */
export interface Sample {
  /** In the unit of the comparison's metric. */
  readonly value: number;
  readonly load?: {
    /** Milliseconds. */
    readonly p50: number;
    readonly p99: number;
    /** Microseconds of processor time of the server for one request; undefined where there is no `/proc`. */
    readonly cpuPerRequest: number | undefined;
    readonly generatorShare: number;
  };
}

/** Both sides, ready to be measured any number of times, in any order. */
export interface Contest {
  readonly subject: () => Promise<Sample>;
  readonly baseline: () => Promise<Sample>;
  /** What a reader has to know of this run, such as the length of the answers. */
  readonly notes?: readonly string[];
  /** Ends what the contest started. */
  readonly stop: () => Promise<void>;
}

/** One row: a subject beside a baseline. */
export interface Comparison {
  /** Kebab case; what `--only` takes. */
  readonly name: string;
  readonly subject: string;
  readonly baseline: string;
  readonly metric: Metric;
  /** A row without bars is for information. */
  readonly bars?: Bars;
  readonly needsPostgres?: boolean;
  readonly prepare: (bench: Bench) => Promise<Contest>;
}
