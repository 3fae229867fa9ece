import type { Job, SystemContext } from '@conferbot/plugin';
import { fold } from './fold.ts';

interface Due {
  readonly workspace_id: string;
  readonly chatbot_id: string;
}

const mostAtOnce = 100;
const sideBySide = 4;
/** After a failure. */
const pauseMs = 60_000;

/** Counts conversations anew where something changed. */
export const foldRollups: Job = {
  name: 'fold-rollups',
  every: 1,
  lease: 6,
  async run(system) {
    const due = await system.sql<Due>`
      select workspace_id, chatbot_id from rollup_alarms
      where due_at <= ${system.now()} order by due_at limit ${mostAtOnce}`;
    const left = due.values();
    const foldSome = async (): Promise<void> => {
      for (const one of left) await foldAll(system, one);
    };
    await Promise.all(Array.from({ length: sideBySide }, foldSome));
  },
};

/** One that fails holds up no other. */
async function foldAll(system: SystemContext, due: Due): Promise<void> {
  const { workspace_id: workspaceId, chatbot_id: chatbotId } = due;
  try {
    let areLeft = true;
    while (areLeft && !system.signal.aborted) {
      areLeft = await system.inWorkspace(workspaceId, ctx => fold(ctx, chatbotId));
    }
  } catch (error) {
    system.logger.error({ err: error, chatbotId }, 'conversations could not be counted');
    await postpone(system, due);
  }
}

async function postpone(system: SystemContext, { workspace_id, chatbot_id }: Due): Promise<void> {
  const dueAt = new Date(system.now().getTime() + pauseMs);
  try {
    await system.inWorkspace(
      workspace_id,
      ctx => ctx.sql`update rollup_alarms set due_at = ${dueAt} where chatbot_id = ${chatbot_id}`,
    );
  } catch (error) {
    system.logger.warn({ err: error, chatbotId: chatbot_id }, 'a count could not be put off');
  }
}
