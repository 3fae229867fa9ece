import { advance, type FlowInput, type Turn } from '@conferbot/flow-engine';
import type { CallContext } from '@conferbot/plugin';
import type { FlowVersions } from './flow-versions.ts';
import type { Thread } from './thread.ts';

/** Takes one turn of the flow. A turn that is `ignored` changed nothing. */
export async function takeFlowTurn(
  ctx: CallContext,
  versions: FlowVersions,
  thread: Thread,
  input: FlowInput,
): Promise<Turn> {
  const version = await versions.get(ctx, thread.before.flow_version_id);
  const turn = advance(version, thread.state, input, { now: () => thread.now.getTime() });
  if (turn.ignored === undefined) thread.add(turn);
  return turn;
}
