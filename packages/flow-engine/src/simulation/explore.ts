import { compile, type FlowVersion } from '../graph/compile.ts';
import type { FlowGraph } from '../graph/graph.ts';
import { Arrivals } from './arrivals.ts';
import { Conversation } from './conversation.ts';
import { Draw } from './draw.ts';
import { EffectResults } from './effect-results.ts';
import type { Exploration } from './exploration.ts';
import { ExplorationLog } from './exploration-log.ts';
import { literalsOf } from './literals.ts';
import { ReplyMemory } from './reply-memory.ts';
import type { EffectMocks } from './script.ts';
import { uncoveredWays } from './uncovered-ways.ts';
import { act } from './visitor.ts';

export interface ExploreOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Default 50. */
  readonly visitors?: number;
  /** Turns after which a visitor goes away. Default 100. */
  readonly maxTurns?: number;
  /** Results of effects by node; others end well or badly by chance. */
  readonly mocks?: EffectMocks;
}

/** Numbers beyond these are taken for these. */
export const explorationLimits = { visitors: 1_000, maxTurns: 1_000, nodeVisits: 200_000 } as const;

/**
 * Has many visitors talk to a flow. They answer what is asked, mostly as one would, and prefer ways that nobody has
 * gone yet; they come at all hours of a week. The same seed explores alike. Nothing is done outside.
 */
export function explore(flow: FlowGraph | FlowVersion, options: ExploreOptions = {}): Exploration {
  const version = 'graph' in flow ? flow : compile(flow);
  const visitors = bounded(options.visitors ?? 50, explorationLimits.visitors);
  const maxTurns = bounded(options.maxTurns ?? 100, explorationLimits.maxTurns);
  const draw = new Draw(options.seed ?? 1);
  const log = new ExplorationLog(version);
  const known = { literals: literalsOf(version), memory: new ReplyMemory() };
  const arrivals = new Arrivals(version, known.literals);
  for (let visitor = 0; visitor < visitors && log.visits < explorationLimits.nodeVisits; visitor++) {
    const results = new EffectResults(options.mocks);
    const guide = { ...known, results, ways: uncoveredWays(version, log.coverage) };
    guide.memory.begin();
    const conversation = new Conversation(version, arrivals.trigger(draw), arrivals.time(draw));
    log.turn(conversation.turn, undefined);
    for (let turns = 1; turns < maxTurns && !conversation.hasEnded; turns++) {
      const asked = conversation.turn.input?.nodeId;
      act(conversation, guide, draw);
      guide.memory.visits(conversation.turn.visits);
      log.turn(conversation.turn, asked);
    }
    log.end(conversation);
  }
  return log.result();
}

function bounded(wanted: number, most: number): number {
  return Number.isNaN(wanted) ? 1 : Math.min(Math.max(Math.floor(wanted), 1), most);
}
