import type { Reply } from '../engine/input.ts';
import type { Visit } from '../engine/turn.ts';
import type { Draw } from './draw.ts';

/** A reply that was given to a question before. */
interface Tried {
  times: number;
  /** Nodes that came after it the last time. */
  after: string[];
}

const longestTrace = 50;

/** What visitors before have learnt about where replies lead. */
export class ReplyMemory {
  readonly #tried = new Map<string, Map<string, Tried>>();
  #open: Tried[] = [];

  /** Another visitor comes. */
  begin(): void {
    this.#open = [];
  }

  reply(nodeId: string, reply: Reply): void {
    const replies = this.#tried.get(nodeId) ?? new Map<string, Tried>();
    this.#tried.set(nodeId, replies);
    const key = JSON.stringify(reply);
    const tried = replies.get(key) ?? { times: 0, after: [] };
    replies.set(key, tried);
    tried.times++;
    tried.after = [];
    this.#open.push(tried);
  }

  visits(visits: readonly Visit[]): void {
    for (const { nodeId, enteredAt } of visits) {
      if (enteredAt === undefined) continue;
      this.#open = this.#open.filter(({ after }) => after.length < longestTrace);
      for (const { after } of this.#open) after.push(nodeId);
    }
  }

  /** A reply that was not tried yet, else one that leads near to what nobody has seen, else the rarest. */
  best(nodeId: string, replies: readonly Reply[], ways: ReadonlyMap<string, number>, draw: Draw): Reply | undefined {
    const tried = this.#tried.get(nodeId);
    const ranked = replies.map(reply => {
      const { times, after } = tried?.get(JSON.stringify(reply)) ?? { times: 0, after: [] };
      const distance = times === 0 ? -1 : Math.min(...after.map(id => ways.get(id) ?? Number.MAX_SAFE_INTEGER));
      return { reply, rank: [distance, times, draw.number()] };
    });
    return ranked.reduce<(typeof ranked)[number] | undefined>(
      (best, other) => (best === undefined || isBefore(other.rank, best.rank) ? other : best),
      undefined,
    )?.reply;
  }
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index !== -1 && (a[index] ?? 0) < (b[index] ?? 0);
}
