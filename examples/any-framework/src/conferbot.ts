import { randomBytes, randomUUID } from 'node:crypto';
import { chatbots } from '@conferbot/chatbots';
import { createEgress } from '@conferbot/egress';
import { createSecretBox, type Logger } from '@conferbot/plugin';
import {
  type Caller,
  compose,
  createRuntime,
  everything,
  mcpFetch,
  openStore,
  type Relay,
  startJobs,
  startRelay,
} from '@conferbot/runtime';
import { webhooks } from '@conferbot/webhooks';
import type { Member } from './members.ts';

export interface Conferbot {
  /** The MCP endpoint as a member has it: a web-standard request in, a response out. */
  endpointOf(member: Member): (request: Request) => Promise<Response>;
  /** Finishes what is under way, then closes the store. */
  close(): Promise<void>;
}

/**
 * The chatbots and the webhooks, on PGlite.
 *
 * @param dataDir Folder that keeps the data; without it they are kept in memory.
 */
export async function startConferbot(logger: Logger, dataDir?: string): Promise<Conferbot> {
  const egress = createEgress();
  // An application takes both keys from where it keeps its secrets: what the first has sealed opens with no other.
  const secrets = createSecretBox(randomBytes(32));
  const secret = randomBytes(32);
  const composition = compose([chatbots(), webhooks({ secrets, egress })]);
  const store = await openStore(dataDir === undefined ? {} : { dataDir }, composition.schema);
  await store.migrate();
  let relay: Relay | undefined;
  const runtime = createRuntime({
    composition,
    store,
    logger,
    serverInfo: { name: 'any-framework', title: 'Any framework', version: '1.0.0' },
    instructions: 'Manages the chatbots of your team, and the webhooks that tell other systems about them.',
    secret,
    onEvents: () => relay?.wake(),
  });
  relay = startRelay(runtime);
  const jobs = startJobs(runtime);
  // #region endpoint
  const view = runtime.views.get(everything);
  const endpointOf = (member: Member) => mcpFetch(runtime, () => ({ view, caller: callerOf(member, logger) }));
  // #endregion endpoint
  return {
    endpointOf,
    async close() {
      await jobs.stop();
      await relay?.stop();
      await egress.close();
      await store.close();
    },
  };
}

/** A member, as Conferbot knows its callers: the team is the workspace. */
function callerOf({ id, name, teamId }: Member, logger: Logger): Caller {
  return {
    workspace: { id: teamId, plan: 'enterprise', timezone: 'UTC' },
    principal: { kind: 'key', keyId: id, name, scopes: ['read', 'write', 'publish'] },
    requestId: randomUUID(),
    logger,
  };
}
