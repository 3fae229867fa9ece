import { advance, type FlowInput, type Turn } from '@conferbot/flow-engine';
import type { CallContext } from '@conferbot/plugin';
import { answerPolicy } from '../answers/answer-policy.ts';
import type { FlowVersions } from './flow-versions.ts';
import type { Thread } from './thread.ts';

/** What an input would lead to. Nothing has happened yet. */
export async function flowTurn(
  ctx: CallContext,
  versions: FlowVersions,
  thread: Thread,
  input: FlowInput,
): Promise<Turn> {
  const version = await versions.get(ctx, thread.before.flow_version_id);
  return advance(version, thread.state, input, { now: () => thread.now.getTime() });
}

/** Lets a turn happen. After the end of the flow the visitor may have questions: who answers them is looked up. */
export async function acceptTurn(ctx: CallContext, thread: Thread, turn: Turn): Promise<void> {
  thread.add(turn);
  if (turn.status === 'completed') await answerPolicy(ctx, thread);
}

/** Takes one turn of the flow. A turn that is `ignored` changed nothing. */
export async function takeFlowTurn(
  ctx: CallContext,
  versions: FlowVersions,
  thread: Thread,
  input: FlowInput,
): Promise<Turn> {
  const turn = await flowTurn(ctx, versions, thread, input);
  if (turn.ignored === undefined) await acceptTurn(ctx, thread, turn);
  return turn;
}
