import type { EffectResult } from '../engine/effect.ts';
import type { FlowState } from '../engine/state.ts';
import { compile, type FlowVersion } from '../graph/compile.ts';
import { FlowError } from '../graph/flow-error.ts';
import type { FlowGraph } from '../graph/graph.ts';
import { Conversation } from './conversation.ts';
import { EffectResults } from './effect-results.ts';
import type { ScriptInput, SimulationScript } from './script.ts';
import type { Simulation } from './simulation.ts';
import { SimulationLog } from './simulation-log.ts';

export interface SimulateOptions {
  /** What becomes of the state between turns, as a host would store it and read it back. Default: as it is. */
  readonly keepState?: (state: FlowState) => FlowState;
}

/** A Monday morning, so that simulations without a clock are the same on any day. */
const defaultClock = '2026-03-02T09:00:00.000Z';
const notConfigured: EffectResult = { ok: false, error: { kind: 'not_configured' } };

/**
 * Has a scripted visitor talk to a flow. Nothing is done outside. The clock stands still, but jumps to the end of each
 * stored timer for which the script has no event.
 *
 * @throws FlowError `malformed` when the clock of the script is no time
 */
export function simulate(
  flow: FlowGraph | FlowVersion,
  script: SimulationScript,
  { keepState }: SimulateOptions = {},
): Simulation {
  const version = 'graph' in flow ? flow : compile(flow);
  const trigger = { ...script.trigger, seed: script.seed ?? 1 };
  const conversation = new Conversation(version, trigger, startTime(script), keepState);
  const log = new SimulationLog(version);
  const results = new EffectResults(script.mocks);
  log.turn(conversation.turn);
  let next = 0;
  while (!conversation.hasEnded) {
    if (passesByItself(conversation, results, log, script.inputs[next])) continue;
    const input = script.inputs[next++];
    if (input === undefined) break;
    give(conversation, log, input);
  }
  log.unused(script.inputs.slice(next));
  return log.finish(conversation.turn);
}

function startTime({ clock = defaultClock }: SimulationScript): number {
  const time = Date.parse(clock);
  if (Number.isNaN(time))
    throw new FlowError('malformed', `"${clock}" is not a time such as ${defaultClock}.`, '/clock');
  return time;
}

/** Takes a turn for which nobody has to do anything. */
function passesByItself(
  conversation: Conversation,
  results: EffectResults,
  log: SimulationLog,
  next: ScriptInput | undefined,
): boolean {
  const { wait } = conversation.turn.state;
  if (wait?.for === 'effect') {
    const result = results.next(wait.nodeId) ?? notConfigured;
    log.result(result);
    log.turn(conversation.giveResult(result));
    return true;
  }
  if (wait?.for === 'timer' && !isForTimer(next)) {
    log.turn(conversation.passTimer());
    return true;
  }
  return false;
}

/** Whether an input is meant for a running timer, and not for what comes after it. */
function isForTimer(input: ScriptInput | undefined): boolean {
  return input !== undefined && 'event' in input && ['timer', 'handover', 'close'].includes(input.event);
}

function give(conversation: Conversation, log: SimulationLog, input: ScriptInput): void {
  if (!('event' in input)) log.reply(input, conversation.turn);
  const turn = conversation.give(input);
  if (turn.ignored !== undefined) log.unused([input]);
  else log.turn(turn);
}
