import { percentile } from '../statistics.ts';

/** Keeps latencies in memory that grows by doubling, so that recording one costs next to nothing. */
export class LatencyLog {
  private values = new Float64Array(1 << 16);
  count = 0;

  record(milliseconds: number): void {
    if (this.count === this.values.length) {
      const larger = new Float64Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.count++] = milliseconds;
  }

  percentiles(): { p50: number; p99: number } {
    const sorted = this.values.subarray(0, this.count).toSorted();
    return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
  }
}
