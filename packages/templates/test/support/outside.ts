import {
  type Egress,
  EgressError,
  type EgressErrorKind,
  type EgressRequest,
  type EgressResponse,
} from '@conferbot/egress';
import type { EffectResult, FlowGraph } from '@conferbot/flow-engine';

type Mocks = Readonly<Record<string, EffectResult | readonly EffectResult[]>>;

interface Call {
  readonly method: string;
  readonly url: string;
  /** What its JSON says. */
  readonly body: unknown;
}

/** The systems that flows call, as the mocks of a script say: results by node, each for as long as a call is made again. */
export class Outside implements Egress {
  /** What was asked, each call once, however often it was made again. */
  readonly calls: Call[] = [];
  readonly #names = new Map<string, EffectResult>();
  #nodes: readonly { readonly id: string; readonly method: string; readonly url: RegExp }[] = [];
  #results = new Map<string, EffectResult[]>();

  expect(graph: FlowGraph, mocks: Mocks = {}): void {
    this.calls.length = 0;
    this.#results = new Map(Object.entries(mocks).map(([node, results]) => [node, [results].flat()]));
    this.#nodes = graph.nodes
      .filter(({ type }) => type === 'webhook-node')
      .map(({ id, data }) => ({ id, method: String(data.method), url: patternOf(String(data.url)) }));
  }

  async request({ url, method = 'GET', headers = {}, body }: EgressRequest): Promise<EgressResponse> {
    const name = headers['idempotency-key'] ?? '';
    let result = this.#names.get(name);
    if (result === undefined) {
      result = this.#resultFor(method, String(url));
      this.#names.set(name, result);
      this.calls.push({ method, url: String(url), body: jsonIn(body) });
    }
    if (result.ok) return answer(200, JSON.stringify(result.value));
    if (result.error.kind === 'status') return answer(404, '');
    throw new EgressError(result.error.kind as EgressErrorKind, 'Nobody answers.');
  }

  async check(): Promise<void> {}

  async close(): Promise<void> {}

  #resultFor(method: string, url: string): EffectResult {
    const node = this.#nodes.find(known => known.method === method && known.url.test(url));
    const results = this.#results.get(node?.id ?? '') ?? [];
    const result = results.length > 1 ? results.shift() : results[0];
    if (result === undefined) throw new Error(`The script has no result for ${method} ${url}.`);
    return result;
  }
}

/** Members have no order. Null where there is none. */
export function jsonIn(body: unknown): unknown {
  return body === undefined ? null : JSON.parse(String(body));
}

/** What the address of a node can lead to. */
function patternOf(url: string): RegExp {
  const literals = url.split(/\{\{.*?\}\}/).map(literal => literal.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('[^/?&]*')}$`);
}

function answer(status: number, text: string): EgressResponse {
  const body = new TextEncoder().encode(text);
  return { status, headers: new Headers(), body, truncated: false, durationMs: 1, address: '192.0.2.1' };
}
