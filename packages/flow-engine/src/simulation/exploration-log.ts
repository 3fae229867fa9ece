import type { FlowStatus } from '../engine/state.ts';
import type { Turn } from '../engine/turn.ts';
import type { FlowVersion } from '../graph/compile.ts';
import type { Conversation } from './conversation.ts';
import { CoverageLog } from './coverage.ts';
import type { Exploration, ExploredFailure } from './exploration.ts';

const mostFailures = 20;

/** Adds up what visitors meet. */
export class ExplorationLog {
  readonly coverage: CoverageLog;
  /** Node visits of all conversations. */
  visits = 0;
  #visitors = 0;
  #path = 0;
  #longestPath = 0;
  readonly #outcomes = new Map<FlowStatus, number>();
  readonly #deadEnds = new Map<string, number>();
  readonly #failures = new Map<string, ExploredFailure>();

  constructor(version: FlowVersion) {
    this.coverage = new CoverageLog(version);
  }

  /** @param asked the node that had asked for a reply, where this turn began with one */
  turn({ visits, status, messages }: Turn, asked: string | undefined): void {
    for (const visit of visits) {
      this.coverage.add(visit);
      if (visit.enteredAt !== undefined) this.#path++;
    }
    this.visits += visits.length;
    if (status === 'completed' && asked !== undefined && messages.length === 0) {
      this.#deadEnds.set(asked, (this.#deadEnds.get(asked) ?? 0) + 1);
    }
  }

  end({ turn, script }: Conversation): void {
    const { status, failure } = turn;
    this.#outcomes.set(status, (this.#outcomes.get(status) ?? 0) + 1);
    this.#longestPath = Math.max(this.#longestPath, this.#path);
    this.#path = 0;
    this.#visitors++;
    if (failure === undefined) return;
    const key = `${failure.code} ${failure.nodeId}`;
    const known = this.#failures.get(key);
    if (known !== undefined) this.#failures.set(key, { ...known, count: known.count + 1 });
    else if (this.#failures.size < mostFailures) this.#failures.set(key, { ...failure, count: 1, script });
  }

  result(): Exploration {
    return {
      visitors: this.#visitors,
      outcomes: Object.fromEntries(this.#outcomes),
      coverage: this.coverage.result(),
      deadEnds: [...this.#deadEnds].map(([nodeId, count]) => ({ nodeId, count })),
      failures: [...this.#failures.values()],
      longestPath: this.#longestPath,
    };
  }
}
