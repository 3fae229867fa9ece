import { storable } from '../answers/reading.ts';
import type { CompiledNode, FlowVersion } from '../graph/compile.ts';
import { BudgetExceeded } from './budget-exceeded.ts';
import { budgets, longestReply } from './budgets.ts';
import type { FlowInput } from './input.ts';
import type { Ports } from './ports.ts';
import type { FlowState, Wait } from './state.ts';
import type { ResumeEvent, Step } from './step.ts';
import type { Turn } from './turn.ts';
import { TurnDraft } from './turn-draft.ts';

/** How long a visitor who asks for a person waits for one, where no node says it. */
const patienceMs = 5 * 60_000;
const apology = 'Sorry, something went wrong and this conversation cannot go on.';
const nobodyThere = 'Sorry, nobody is available right now.';

/**
 * Takes one turn of a conversation: from an input to the next wait, or to the end. Pure: the same version, state,
 * input and time give the same turn; nothing that is given is changed. Never throws, and never runs longer than its
 * budgets: what goes wrong ends the conversation as `failed`, with everything that was answered until then.
 *
 * Work outside is returned as {@link Turn.effects}, not done: the host commits the turn first, carries the effects out
 * outside of any transaction, and gives the result of the awaited one back as the next input.
 */
export function advance(version: FlowVersion, state: FlowState, input: FlowInput, ports: Ports): Turn {
  const ignored = whyIgnored(state, input);
  if (ignored !== undefined) return unchanged(state, ignored);
  const draft = new TurnDraft(version, state, ports.now());
  try {
    if (draft.turn > budgets.turns) {
      throw new BudgetExceeded('TURN_BUDGET', `A conversation has at most ${budgets.turns} turns.`);
    }
    take(draft, input);
  } catch (error) {
    fail(draft, error);
  }
  return draft.finish();
}

function whyIgnored({ status, turn, wait }: FlowState, input: FlowInput): Turn['ignored'] {
  if (status !== 'active' && status !== 'waiting_human' && status !== 'human') return 'ended';
  if (input.kind === 'start') return turn === 0 ? undefined : 'started';
  if (turn === 0 || wait === null) return 'not_started';
  return fits(wait, status, input) ? undefined : 'not_waiting_for_this';
}

function fits(wait: Wait, status: FlowState['status'], input: FlowInput): boolean {
  switch (input.kind) {
    case 'reply':
      return wait.for === 'reply';
    case 'effect':
      return wait.for === 'effect' && wait.effectId === input.id;
    case 'timer':
      return wait.for === 'timer' || status === 'waiting_human';
    case 'agent_joined':
      return status === 'waiting_human';
    case 'handback':
      return wait.for === 'human';
    case 'handover':
      return wait.for === 'reply' || wait.for === 'timer';
    default:
      return true;
  }
}

function unchanged(state: FlowState, ignored: NonNullable<Turn['ignored']>): Turn {
  return {
    state,
    status: state.status,
    messages: [],
    input: state.wait?.request ?? null,
    effects: [],
    answers: [],
    visits: [],
    ignored,
  };
}

function take(draft: TurnDraft, input: FlowInput): void {
  switch (input.kind) {
    case 'start':
      walk(draft, draft.version.startId ?? '');
      break;
    case 'close':
      end(draft, 'closed');
      break;
    case 'handover':
      interrupt(draft);
      break;
    case 'agent_joined':
      join(draft);
      break;
    default:
      goOn(draft, input);
  }
}

function interrupt(draft: TurnDraft): void {
  const until = draft.now + patienceMs;
  draft.interrupted = draft.wait;
  draft.wait = { for: 'human', nodeId: '', visit: draft.turn, step: null, until };
  draft.status = 'waiting_human';
  draft.effect({ kind: 'handover', reason: 'visitor', priority: 'normal', assignment: {}, until });
}

function join(draft: TurnDraft): void {
  if (draft.wait !== null) {
    const { until: _over, ...wait } = draft.wait;
    draft.wait = wait;
  }
  draft.status = 'human';
}

function goOn(draft: TurnDraft, input: ResumeInput): void {
  const wait = draft.wait;
  if (wait === null) return;
  if (wait.nodeId === '') {
    takeUp(draft, input.kind === 'timer');
    return;
  }
  if (input.kind === 'reply' && input.text !== undefined) draft.lastReply = storable(input.text.slice(0, longestReply));
  const node = draft.version.nodes.get(wait.nodeId);
  if (node?.type?.resume === undefined) {
    // The version is another one than the conversation started with; it cannot go on from here.
    throw new Error(`There is no node "${wait.nodeId}" to go on from.`);
  }
  draft.resume(node, wait);
  const step = node.type.resume(node.data, draft, eventOf(input));
  const next = settle(draft, node, step);
  if (next !== undefined) walk(draft, next);
}

type ResumeInput = Extract<FlowInput, { kind: 'reply' | 'effect' | 'timer' | 'handback' }>;

function eventOf(input: ResumeInput): ResumeEvent {
  if (input.kind === 'reply') {
    const { kind, ...reply } = input;
    return { kind, reply };
  }
  return input.kind === 'effect' ? { kind: 'effect', result: input.result } : { kind: input.kind };
}

/** After a person whom the visitor asked for, the flow goes on where it was. */
function takeUp(draft: TurnDraft, nobodyCame: boolean): void {
  draft.wait = draft.interrupted;
  draft.interrupted = null;
  draft.status = 'active';
  if (nobodyCame) draft.say({ type: 'text', text: nobodyThere });
  const { request } = draft.wait ?? {};
  if (request?.prompt === undefined) return;
  draft.nodeId = request.nodeId;
  draft.say({ type: 'text', text: request.prompt });
}

/** Visits nodes from one to the next, until one waits or the flow ends. */
function walk(draft: TurnDraft, from: string): void {
  let nodeId: string | undefined = from;
  for (let steps = 0; nodeId !== undefined; steps++) {
    if (steps >= budgets.stepsPerTurn) {
      throw new BudgetExceeded('STEP_BUDGET', `More than ${budgets.stepsPerTurn} nodes in one turn.`);
    }
    const node = draft.version.nodes.get(nodeId);
    if (node === undefined) {
      end(draft, 'completed');
      return;
    }
    draft.enter(node);
    if (node.type === undefined) {
      nodeId = follow(draft, node, undefined, 'skipped');
    } else {
      nodeId = settle(draft, node, node.type.enter(node.data, draft));
    }
  }
}

/** Does what a node asks for; returns the node to visit next, if any. */
function settle(draft: TurnDraft, node: CompiledNode, step: Step): string | undefined {
  const at = { nodeId: node.id, visit: draft.visit };
  draft.status = 'active';
  switch (step.do) {
    case 'leave':
      return follow(draft, node, step.handle, 'edge');
    case 'jump':
      draft.wait = null;
      draft.exit(node, { exit: 'jump' });
      return step.nodeId;
    case 'ask': {
      const { prompt } = step.request;
      if (prompt !== undefined && prompt !== '' && !step.silent) draft.say({ type: 'text', text: prompt });
      draft.wait = { ...at, for: 'reply', step: step.step ?? null, request: { nodeId: node.id, ...step.request } };
      return undefined;
    }
    case 'reject':
      reject(draft, step.message);
      return undefined;
    case 'await': {
      const effectId = draft.addEffect(step.request, true);
      draft.wait = { ...at, for: 'effect', step: step.step ?? null, effectId };
      return undefined;
    }
    case 'sleep':
      draft.wait = { ...at, for: 'timer', step: step.step ?? null, until: step.until };
      return undefined;
    case 'wait-for-human':
      draft.wait = { ...at, for: 'human', step: step.step ?? null, until: step.until };
      draft.status = 'waiting_human';
      return undefined;
  }
}

function reject(draft: TurnDraft, message: string): void {
  const { wait } = draft;
  if (wait?.request === undefined) throw new Error('There is no question that a reply could be turned back to.');
  const attempts = (wait.attempts ?? 0) + 1;
  draft.say({ type: 'text', text: message });
  draft.wait = { ...wait, attempts, request: { ...wait.request, error: message } };
  draft.rejection = { nodeId: wait.nodeId, attempt: attempts, message };
}

/** The output that was asked for, or else the default one. No edge: the flow ends. */
function follow(
  draft: TurnDraft,
  node: CompiledNode,
  handle: string | undefined,
  exit: 'edge' | 'skipped',
): string | undefined {
  const edge = (handle === undefined ? undefined : node.edges.get(handle)) ?? node.edges.get(null);
  draft.wait = null;
  if (edge === undefined) {
    draft.exit(node, { exit: exit === 'skipped' ? exit : 'end', handle: handle ?? null });
    end(draft, 'completed');
    return undefined;
  }
  draft.exit(node, { exit, edgeId: edge.id, handle: handle ?? null });
  return edge.target;
}

function end(draft: TurnDraft, status: 'completed' | 'closed' | 'failed'): void {
  draft.wait = null;
  draft.interrupted = null;
  draft.status = status;
}

function fail(draft: TurnDraft, error: unknown): void {
  const { nodeId } = draft;
  const code = error instanceof BudgetExceeded ? error.code : 'NODE_ERROR';
  const message = error instanceof Error ? error.message : String(error);
  const node = draft.version.nodes.get(nodeId);
  if (node !== undefined && draft.open) draft.exit(node, { exit: 'failed' });
  draft.failure = { code, message, ...(nodeId !== '' && { nodeId }) };
  draft.apologize(apology);
  end(draft, 'failed');
}
