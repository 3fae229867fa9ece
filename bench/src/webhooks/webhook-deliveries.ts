import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bench } from '../bench.ts';
import { builtScript } from '../built-script.ts';
import { Cleanup } from '../cleanup.ts';
import type { Comparison, Contest, Sample } from '../comparison.ts';
import { serverCore, spawnPinned } from '../processes/pinned.ts';
import { type HostedServer, startHostedServer } from '../product/hosted-server.ts';
import { callOnce, mcpTraffic, toolCall } from '../product/mcp-traffic.ts';
import { createWorkspace } from '../product/workspace.ts';
import { type Sink, startSink } from './sink.ts';

/** From the event in its transaction to what the receiver got: outbox, subscription, claim, attempt, log. */
export const webhookDeliveriesComparison: Comparison = {
  name: 'webhook-deliveries',
  subject: 'webhook deliveries, one process',
  baseline: 'a loop that signs and posts',
  metric: 'requests per second',
  needsPostgres: true,
  prepare: bench => Cleanup.guard(cleanup => deliveryContest(bench, cleanup)),
};

/** Workspaces are served side by side, the events of each one after the other. */
const workspaces = 4;
const perCall = 50;
/** Events that may wait: enough that the server never runs out of them. */
const backlog = 400;

/** Causes events of one workspace. */
type Source = () => Promise<unknown>;

async function deliveryContest(bench: Bench, cleanup: Cleanup): Promise<Contest> {
  const { seconds, warmUpSeconds } = bench;
  const sink = cleanup.add(await startSink());
  const host = cleanup.add(await startHostedServer(bench, builtScript('webhooks/event-server')));
  const sources: Source[] = [];
  while (sources.length < workspaces) sources.push(await openSource(host, sink));
  const subject = (length: number) => deliverFor(length, sources, sink);
  await subject(warmUpSeconds);
  return {
    subject: async () => ({ value: await subject(seconds) }),
    baseline: () => signAndPost(bench, sink),
    notes: [`${workspaces} workspaces with a webhook each; causing the events is part of the work`],
    stop: () => cleanup.run(),
  };
}

async function openSource(host: HostedServer, { url }: Sink): Promise<Source> {
  const { key } = await createWorkspace(host);
  const call = (tool: string, args: object): Promise<Record<string, unknown>> =>
    callOnce(mcpTraffic(host, { requests: [toolCall(tool, args)], contains: [], key }));
  const { id: chatbotId } = await call('create_chatbot', { name: 'Tickets' });
  await call('create_webhook', { chatbotId, url, events: ['ticket.created'] });
  return () => call('bench_open_tickets', { chatbotId, count: perCall });
}

/** Keeps events waiting for so long, then lets what waits go out. Returns deliveries a second, before that. */
async function deliverFor(seconds: number, sources: readonly Source[], sink: Sink): Promise<number> {
  const before = sink.count();
  let caused = 0;
  const fill = async (isOver: () => boolean): Promise<void> => {
    for (let turn = 0; !isOver(); turn++) {
      if (caused - (sink.count() - before) >= backlog) await delay(2);
      else {
        await sources[turn % sources.length]?.();
        caused += perCall;
      }
    }
  };
  const started = performance.now();
  await fill(() => performance.now() - started >= seconds * 1000);
  const perSecond = ((sink.count() - before) / (performance.now() - started)) * 1000;
  while (sink.count() - before < caused) await delay(5);
  return perSecond;
}

async function signAndPost({ connections, seconds, warmUpSeconds }: Bench, { url }: Sink): Promise<Sample> {
  const child = spawnPinned(serverCore, [builtScript('webhooks/signed-posts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      URL: url,
      CONNECTIONS: String(connections),
      SECONDS: String(seconds),
      WARM_UP_SECONDS: String(warmUpSeconds),
    },
  });
  const exited = once(child, 'exit');
  const output = child.stdout === null ? '' : await text(child.stdout);
  const [code] = await exited;
  if (code !== 0) throw new Error(`the loop that signs and posts ended with ${code}`);
  const { perSecond }: { perSecond: number } = JSON.parse(output);
  return { value: perSecond };
}
