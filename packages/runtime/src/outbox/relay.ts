import { newUuid } from '@conferbot/plugin';
import type { Caller } from '../call/caller.ts';
import type { Runtime } from '../runtime.ts';
import { systemPrincipal, workspaceOf } from '../system/system-context.ts';
import { handleNext, type Lane } from './lane.ts';

/** Hands committed events to their subscribers. */
export interface Relay {
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  /** Works until nothing is due; resolves to the number of events handled. */
  drain(): Promise<number>;
  /** Entries that wait, the age of the oldest in seconds, and entries that were given up. */
  status(): Promise<{ readonly waiting: number; readonly oldestSeconds: number; readonly givenUp: number }>;
  /** Finishes what is at work, then stops. */
  stop(): Promise<void>;
}

export interface RelayOptions {
  /** Milliseconds between looks for work that nobody announced. Default 1,000; 0 looks only when told. */
  readonly pollInterval?: number;
}

const lanesAtOnce = 4;
const entriesPerTurn = 100;

/** Starts the relay. Any number of processes may run one: a lane is locked while it is worked on. */
export function startRelay(runtime: Runtime, options: RelayOptions = {}): Relay {
  const { pollInterval = 1000 } = options;
  const subscriptions = new Map(runtime.composition.subscriptions.map(entry => [entry.id, entry]));
  const stopping = new AbortController();
  const atOnce = runtime.store.engine === 'pglite' ? 1 : lanesAtOnce;
  let running: Promise<number> | undefined;
  let again = false;

  async function work({ workspaceId, subscriber }: Lane): Promise<number> {
    const workspace = await workspaceOf(runtime, workspaceId);
    const caller: Caller = {
      workspace: workspace ?? { id: workspaceId, plan: 'free', timezone: 'UTC' },
      principal: systemPrincipal(subscriber),
      requestId: newUuid(),
      logger: runtime.logger,
      signal: stopping.signal,
    };
    const subscription = workspace === undefined ? undefined : subscriptions.get(subscriber);
    let handled = 0;
    while (handled < entriesPerTurn && !stopping.signal.aborted) {
      if (!(await handleNext(runtime, { workspaceId, subscriber }, subscription, caller))) break;
      handled++;
    }
    return handled;
  }

  async function turn(): Promise<number> {
    const lanes = await dueLanes(runtime);
    let handled = 0;
    const next = async (): Promise<void> => {
      for (let lane = lanes.shift(); lane !== undefined && !stopping.signal.aborted; lane = lanes.shift()) {
        handled += await work(lane);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
    return handled;
  }

  async function drain(): Promise<number> {
    let total = 0;
    for (let handled = -1; handled !== 0 && !stopping.signal.aborted; total += handled) handled = await turn();
    return total;
  }

  /** One drain at a time; a call during it makes it go round once more. */
  async function run(): Promise<number> {
    if (running !== undefined) {
      again = true;
      return running;
    }
    running = (async () => {
      let total = 0;
      do {
        again = false;
        total += await drain();
      } while (again && !stopping.signal.aborted);
      return total;
    })();
    try {
      return await running;
    } finally {
      running = undefined;
    }
  }

  const wake = (): void => {
    if (stopping.signal.aborted) return;
    run().catch((error: unknown) => runtime.logger.error({ err: error }, 'the relay could not look for events'));
  };
  const timer = pollInterval > 0 ? setInterval(wake, pollInterval) : undefined;
  timer?.unref();

  return {
    wake,
    drain: run,
    status: () => statusOf(runtime),
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running?.catch(() => undefined);
    },
  };
}

/** Lanes whose first entry is due, the longest waiting first. */
async function dueLanes(runtime: Runtime): Promise<Lane[]> {
  const [result] = await runtime.store.run({ role: 'worker', readOnly: true }, [
    {
      name: 'outbox_due_lanes',
      text: `select workspace_id, subscriber from (
  select distinct on (workspace_id, subscriber) workspace_id, subscriber, position, next_attempt_at
  from outbox where next_attempt_at is not null order by workspace_id, subscriber, position
) heads where next_attempt_at <= now() order by position limit 200`,
      values: [],
    },
  ]);
  return (result?.rows ?? []).map(row => ({
    workspaceId: String(row.workspace_id),
    subscriber: String(row.subscriber),
  }));
}

async function statusOf(runtime: Runtime): ReturnType<Relay['status']> {
  const [result] = await runtime.store.run({ role: 'worker', readOnly: true }, [
    {
      name: 'outbox_status',
      text: `select count(next_attempt_at)::int as waiting, (count(*) - count(next_attempt_at))::int as given_up,
  coalesce(extract(epoch from now() - min(occurred_at) filter (where next_attempt_at is not null)), 0)::float8 as oldest
from outbox`,
      values: [],
    },
  ]);
  const row = result?.rows[0];
  return { waiting: Number(row?.waiting), oldestSeconds: Number(row?.oldest), givenUp: Number(row?.given_up) };
}
