import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Bench } from '../bench.ts';
import { builtScript } from '../built-script.ts';
import { Cleanup } from '../cleanup.ts';
import type { Comparison, Contest, Sample } from '../comparison.ts';
import { startLoadGenerator } from '../load/load-generator.ts';
import { cpuSeconds } from '../processes/process-usage.ts';
import { type ServerProcess, startServer } from '../processes/server-process.ts';
import { type HostedServer, poolSize, shippedServer, startHostedServer } from '../product/hosted-server.ts';
import { callOnce, mcpTraffic, toolCall } from '../product/mcp-traffic.ts';
import { createWorkspace } from '../product/workspace.ts';
import type { ChatJob, ChatSession } from './chat-job.ts';
import { loopingFlow } from './looping-flow.ts';
import { openSessions } from './open-sessions.ts';
import { createPlainChat } from './plain-chat.ts';

/** Turns of visitors' conversations over HTTP: many conversations, one turn after the other in each. */
export const chatTurnsComparison: Comparison = {
  name: 'chat-turns',
  subject: 'POST /messages, one process',
  baseline: 'raw pg, the same rows in one transaction',
  metric: 'turns per second',
  needsPostgres: true,
  prepare: bench => Cleanup.guard(cleanup => chatContest(bench, cleanup)),
};

/** What one conversation may be sent in a minute is 60. */
const turnsPerSession = 50;
/** More than either side takes, so that the sessions last. */
const mostTurnsPerSecond = 4_000;

interface Side {
  readonly server: ServerProcess;
  readonly chatbotId: string;
}

async function chatContest(bench: Bench, cleanup: Cleanup): Promise<Contest> {
  const { database, connections, warmUpSeconds } = bench;
  if (database === undefined) throw new Error('this comparison needs PostgreSQL');
  const host = cleanup.add(await startHostedServer(bench, shippedServer));
  await createPlainChat(database.baselineUrl);
  const env = { DATABASE_URL: database.baselineUrl, POOL_SIZE: String(poolSize) };
  const raw = cleanup.add(await startServer({ script: builtScript('baselines/pg-chat'), env }));
  const load = cleanup.add(
    startLoadGenerator<ChatJob>(fileURLToPath(new URL('./chat-load-process.ts', import.meta.url))),
  );
  const subject = { server: host, chatbotId: await publish(host) };
  const baseline = { server: raw, chatbotId: 'bench' };
  await requireAlike(subject, baseline);

  const measure = async ({ server, chatbotId }: Side, seconds: number): Promise<Sample> => {
    const count = connections + Math.ceil((mostTurnsPerSecond * seconds) / turnsPerSession);
    const sessions = await openSessions(server, chatbotId, count);
    const { hostname, port } = server.url;
    const job = { host: hostname, port: Number(port), sessions, turnsPerSession, connections, seconds };
    const cpuBefore = cpuSeconds(server.pid);
    const { answers, perSecond, p50, p99, generatorShare } = await load.run({ ...job, contains: 'Noted: ' });
    const cpuAfter = cpuSeconds(server.pid);
    const cpuPerRequest =
      cpuBefore === undefined || cpuAfter === undefined ? undefined : ((cpuAfter - cpuBefore) / answers) * 1e6;
    return { value: perSecond, load: { p50, p99, cpuPerRequest, generatorShare } };
  };
  for (const side of [baseline, subject]) await measure(side, warmUpSeconds);
  return {
    subject: () => measure(subject, bench.seconds),
    baseline: () => measure(baseline, bench.seconds),
    stop: () => cleanup.run(),
  };
}

/** A chatbot with the flow, live. Returns its id. */
async function publish(host: HostedServer): Promise<string> {
  const { key } = await createWorkspace(host);
  const call = (tool: string, args: object): Promise<Record<string, unknown>> =>
    callOnce(mcpTraffic(host, { requests: [toolCall(tool, args)], contains: [], key }));
  const { id: chatbotId } = await call('create_chatbot', { name: 'Chat' });
  await call('update_chatbot_flow', { chatbotId, flow: loopingFlow });
  await call('publish_flow_version', { chatbotId });
  return String(chatbotId);
}

/** @throws Error when the baseline does not answer as the subject does */
async function requireAlike(...sides: readonly [Side, Side]): Promise<void> {
  const [asked, given] = await Promise.all(sides.map(firstAnswer));
  if (!isDeepStrictEqual(asked, given)) {
    throw new Error(`the baseline answers otherwise than the subject: ${JSON.stringify([given, asked])}`);
  }
}

/** What of the answer to the first message is the same on both sides. */
async function firstAnswer({ server, chatbotId }: Side): Promise<unknown> {
  const [session] = await openSessions(server, chatbotId, 1);
  const { sessionId, token } = session as ChatSession;
  const response = await fetch(new URL(`/api/v1/chat/sessions/${sessionId}/messages`, server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ clientMessageId: 'first', text: 'Tea.' }),
  });
  const { messages, input, status } = (await response.json()) as {
    messages: { from: string; text: string; nodeId: string }[];
    input: { nodeId: string; kind: string };
    status: string;
  };
  return {
    messages: messages.map(({ from, text, nodeId }) => ({ from, text, nodeId })),
    input: [input.nodeId, input.kind],
    status,
  };
}
