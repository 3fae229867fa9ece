import type { Job, SystemContext } from '@conferbot/plugin';
import { cleanConversation } from './clean-conversation.ts';

interface Due {
  readonly workspace_id: string;
  readonly conversation_id: string;
}

const mostAtOnce = 100;

/** Once an hour, takes away what conversations keep and nobody needs any more. */
export const cleanConversations: Job = {
  name: 'clean-conversations',
  every: 3_600,
  lease: 300,
  async run(system) {
    let failed = 0;
    for (;;) {
      // What could not be cleaned is due still: it is passed by until the next run.
      const due = await system.sql<Due>`
        select workspace_id, conversation_id from conversation_alarms
        where kind = 'clean' and due_at <= ${system.now()}
        order by due_at, workspace_id, conversation_id limit ${mostAtOnce} offset ${failed}`;
      for (const one of due) {
        if (system.signal.aborted) return;
        if (!(await isCleaned(system, one))) failed += 1;
      }
      if (due.length < mostAtOnce) return;
    }
  },
};

/** One that fails holds up no other. */
async function isCleaned(system: SystemContext, { workspace_id, conversation_id }: Due): Promise<boolean> {
  try {
    await system.inWorkspace(workspace_id, ctx => cleanConversation(ctx, conversation_id));
    return true;
  } catch (error) {
    system.logger.error({ err: error, conversationId: conversation_id }, 'a conversation could not be cleaned');
    return false;
  }
}
