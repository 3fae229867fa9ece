import { isRate, type Metric } from './comparison.ts';
import type { Outcome, Side } from './outcome.ts';
import type { Results } from './run-comparisons.ts';
import { noiseThreshold, relativeRange, type Spread } from './statistics.ts';

/** Share of a core at which the generator may have been what was measured. */
const busyGenerator = 0.9;

/** The results as tables for a terminal. */
export function renderResults({ outcomes, skipped, broken }: Results): string {
  const parts: string[] = [];
  if (outcomes.length > 0) parts.push(ratioTable(outcomes), sideTable(outcomes));
  const remarks = [
    ...generatorRemark(outcomes),
    ...outcomes.flatMap(remarksOn),
    ...skipped.map(({ name, reason }) => `${name}: skipped, ${reason}`),
    ...broken.map(({ name, reason }) => `${name}: BROKEN, ${reason}`),
  ];
  if (remarks.length > 0) parts.push(remarks.map(remark => `- ${remark}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function ratioTable(outcomes: readonly Outcome[]): string {
  const header = ['name', 'subject', 'baseline', 'ratio', 'min to max', 'first', 'goal', 'reached'];
  const rows = outcomes.map(({ name, subject, baseline, ratio, bars, metric, reached, noisy }) => [
    name,
    subject.label,
    baseline.label,
    ratioText(ratio.median),
    `${ratioText(ratio.min)} to ${ratioText(ratio.max)}`,
    bars === undefined ? '' : barText(bars.first, metric),
    bars === undefined ? '' : barText(bars.goal, metric),
    `${reached ?? ''}${noisy ? ' (noisy)' : ''}`.trim(),
  ]);
  return table([header, ...rows], [3, 4, 5, 6]);
}

function sideTable(outcomes: readonly Outcome[]): string {
  const header = ['name', 'side', 'median', 'min to max', 'unit', 'p50 ms', 'p99 ms', 'CPU µs', 'generator'];
  const rows = outcomes.flatMap(({ name, subject, baseline, metric }) => [
    sideRow(name, 'subject', subject, metric),
    sideRow('', 'baseline', baseline, metric),
  ]);
  return table([header, ...rows], [2, 3, 5, 6, 7, 8]);
}

function sideRow(name: string, role: string, side: Side, metric: Metric): string[] {
  const { value, p50, p99, cpuPerRequest, generatorShare } = side;
  return [
    name,
    role,
    figure(value.median),
    range(value),
    unitOf(metric),
    optional(p50, figure),
    optional(p99, figure),
    optional(cpuPerRequest, figure),
    optional(generatorShare, percent),
  ];
}

/** How much more the generator could have asked at the highest rate of the run. */
function generatorRemark(outcomes: readonly Outcome[]): string[] {
  const [fastest] = outcomes.flatMap(({ subject, baseline }) => [subject, baseline]).sort(byRate);
  if (fastest?.generatorShare === undefined) return [];
  const { generatorShare: share, value } = fastest;
  const rate = `${figure(value.median)}/s, the highest rate of the run`;
  return [
    `load generator: ${percent(share)} of its core at ${rate}; enough for about ${figure(value.median / share)}/s`,
  ];
}

function byRate(a: Side, b: Side): number {
  const rate = ({ value, generatorShare }: Side): number => (generatorShare === undefined ? 0 : value.median);
  return rate(b) - rate(a);
}

function remarksOn({ name, baseline, subject, noisy, notes }: Outcome): string[] {
  const remarks = notes.map(note => `${name}: ${note}`);
  if (noisy) {
    const apart = percent(relativeRange(baseline.value));
    const allowed = percent(noiseThreshold);
    remarks.push(`${name}: too noisy to quote, the rounds of the baseline lie ${apart} apart (at most ${allowed})`);
  }
  if (Math.max(subject.generatorShare ?? 0, baseline.generatorShare ?? 0) > busyGenerator) {
    remarks.push(`${name}: the load generator was busy; the faster side may be faster than shown`);
  }
  return remarks;
}

/** Rows with columns of one width each, the first row underlined. */
function table(rows: readonly (readonly string[])[], rightAligned: readonly number[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length))) ?? [];
  const lines = rows.map(row =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return rightAligned.includes(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map(width => '-'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function barText(bar: number, metric: Metric): string {
  return isRate(metric) ? `>= ${ratioText(bar)}` : `<= ${ratioText(bar)}`;
}

function ratioText(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2);
}

/** A figure with about three digits. */
function figure(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(value >= 10 ? 1 : 2);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function range({ min, max }: Spread): string {
  return `${figure(min)} to ${figure(max)}`;
}

function optional(value: number | undefined, text: (value: number) => string): string {
  return value === undefined ? '' : text(value);
}

function unitOf(metric: Metric): string {
  return { 'requests per second': '/s', 'turns per second': '/s', milliseconds: 'ms', megabytes: 'MB' }[metric];
}
