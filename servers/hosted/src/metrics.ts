import type { Relay } from '@conferbot/runtime';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Surface } from './exchange.ts';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

type Observe = (value: number) => void;

/** What `/metrics` tells. The hot path counts in plain maps; Prometheus' own types are filled when asked. */
export class Metrics {
  inFlight = 0;
  readonly #registry = new Registry();
  readonly #requests = new Tally(['surface', 'status']);
  readonly #toolCalls = new Tally(['tool', 'era', 'outcome']);
  readonly #requestSeconds: Durations;
  readonly #toolSeconds: Durations;

  constructor(version: string) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    new Gauge({ name: 'conferbot_build_info', help: 'Version that runs.', labelNames: ['version'], registers }).set(
      { version },
      1,
    );
    const metrics = this;
    new Gauge({
      name: 'conferbot_http_requests_in_flight',
      help: 'Requests that wait for their answer.',
      registers,
      collect() {
        this.set(metrics.inFlight);
      },
    });
    this.#requests.publish(registers, 'conferbot_http_requests_total', 'Requests by surface and status.');
    this.#toolCalls.publish(registers, 'conferbot_tool_calls_total', 'Tool calls by tool, protocol era and outcome.');
    this.#requestSeconds = new Durations(
      registers,
      'conferbot_http_request_duration_seconds',
      'Time to answer.',
      'surface',
    );
    this.#toolSeconds = new Durations(
      registers,
      'conferbot_tool_call_duration_seconds',
      'Time to answer a tool call.',
      'tool',
    );
  }

  request(surface: Surface, status: number, milliseconds: number): void {
    this.#requests.add(surface, String(status));
    this.#requestSeconds.observe(surface, milliseconds / 1000);
  }

  /** `era`: of the MCP protocol, or `rest`. */
  toolCall(tool: string, era: string, outcome: string, milliseconds: number): void {
    this.#toolCalls.add(tool, era, outcome);
    this.#toolSeconds.observe(tool, milliseconds / 1000);
  }

  watch(relay: Relay): void {
    const registers = [this.#registry];
    const waiting = new Gauge({
      name: 'conferbot_outbox_waiting',
      help: 'Events that wait for a subscriber.',
      registers,
    });
    const parked = new Gauge({ name: 'conferbot_outbox_parked', help: 'Events that were given up.', registers });
    new Gauge({
      name: 'conferbot_outbox_lag_seconds',
      help: 'Age of the oldest event that waits.',
      registers,
      async collect() {
        const status = await relay.status();
        this.set(status.oldestSeconds);
        waiting.set(status.waiting);
        parked.set(status.givenUp);
      },
    });
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}

/** Counts by labels, as a counter when it is asked for. */
class Tally {
  readonly #names: readonly string[];
  readonly #counts = new Map<string, { count: number; readonly values: readonly string[] }>();

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** @param values One for each label; none contains a line break. */
  add(...values: readonly string[]): void {
    const key = values.join('\n');
    const entry = this.#counts.get(key);
    if (entry === undefined) this.#counts.set(key, { count: 1, values });
    else entry.count++;
  }

  publish(registers: Registry[], name: string, help: string): void {
    const entries = this.#counts;
    new Counter({
      name,
      help,
      labelNames: this.#names,
      registers,
      collect() {
        this.reset();
        for (const { count, values } of entries.values()) this.labels(...values).inc(count);
      },
    });
  }
}

class Durations {
  readonly #histogram: Histogram;
  readonly #observers = new Map<string, Observe>();

  constructor(registers: Registry[], name: string, help: string, label: string) {
    this.#histogram = new Histogram({ name, help, labelNames: [label], buckets: seconds, registers });
  }

  observe(label: string, value: number): void {
    let observe = this.#observers.get(label);
    if (observe === undefined) {
      observe = this.#histogram.labels(label).observe;
      this.#observers.set(label, observe);
    }
    observe(value);
  }
}
