import { isDeepStrictEqual } from 'node:util';
import type { Bench } from '../bench.ts';
import { builtScript } from '../built-script.ts';
import { Cleanup } from '../cleanup.ts';
import type { Contest } from '../comparison.ts';
import { type Chatbot, fillPlainChatbots } from '../database/plain-chatbots.ts';
import { loadContest } from '../load-contest.ts';
import { startServer } from '../processes/server-process.ts';
import { poolSize, shippedServer, startHostedServer } from '../product/hosted-server.ts';
import { callOnce, type McpRequest, mcpTraffic, toolCall } from '../product/mcp-traffic.ts';
import { sampleChatbot } from '../product/sample-chatbots.ts';
import { createWorkspace } from '../product/workspace.ts';

/** Chatbots of the workspace before the load begins. */
export const chatbotCount = 100;

/**
 * Both sides over the same 100 chatbots: the hosted server, made to create them by calls, and raw pg over a plain
 * table with what the hosted server then answered.
 */
export function chatbotsContest(
  bench: Bench,
  options: {
    readonly requests: (chatbots: readonly Chatbot[]) => readonly McpRequest[];
    /** Texts that every answer contains. */
    readonly contains: readonly string[];
    /** Refuses to measure sides whose answers to the first request differ. A call that creates differs by nature. */
    readonly sameAnswer: boolean;
  },
): Promise<Contest> {
  return Cleanup.guard(async cleanup => {
    const { database } = bench;
    if (database === undefined) throw new Error('this comparison needs PostgreSQL');
    const host = cleanup.add(await startHostedServer(bench, shippedServer));
    const workspace = await createWorkspace(host);
    const ask = (request: McpRequest): Promise<Record<string, unknown>> =>
      callOnce(mcpTraffic(host, { requests: [request], contains: [], key: workspace.key }));
    for (let n = 1; n <= chatbotCount; n++) await ask(toolCall('create_chatbot', sampleChatbot(n)));
    const { data } = await ask(toolCall('list_chatbots', { limit: chatbotCount }));
    const chatbots = data as readonly Chatbot[];
    await fillPlainChatbots(database.baselineUrl, workspace.id, chatbots);

    const env = { DATABASE_URL: database.baselineUrl, WORKSPACE_ID: workspace.id, POOL_SIZE: String(poolSize) };
    const raw = cleanup.add(await startServer({ script: builtScript('baselines/pg-chatbots'), env }));
    const { contains } = options;
    const traffic = { requests: options.requests(chatbots), contains, key: workspace.key };
    const subject = { server: host, traffic: mcpTraffic(host, traffic) };
    const baseline = { server: raw, traffic: mcpTraffic(raw, traffic) };

    const answers = [await callOnce(subject.traffic), await callOnce(baseline.traffic)] as const;
    requireAlike(answers, options.sameAnswer);
    return loadContest(bench, cleanup, { subject, baseline });
  });
}

/** @throws Error when the baseline does not do the subject's work. */
function requireAlike([subject, baseline]: readonly [object, object], sameAnswer: boolean): void {
  const alike = sameAnswer
    ? isDeepStrictEqual(subject, baseline)
    : isDeepStrictEqual(Object.keys(subject).sort(), Object.keys(baseline).sort());
  if (!alike) {
    const [asked, given] = [subject, baseline].map(answer => JSON.stringify(answer).slice(0, 400));
    throw new Error(`the baseline answers otherwise than the subject: ${given} for ${asked}`);
  }
}
