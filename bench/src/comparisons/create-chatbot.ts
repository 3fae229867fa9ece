import type { Comparison } from '../comparison.ts';
import { toolCall } from '../product/mcp-traffic.ts';
import { sampleChatbot } from '../product/sample-chatbots.ts';
import { chatbotsContest } from './chatbots-contest.ts';

/** One chatbot made by each call. Both tables grow; the rows are a few hundred bytes and found by index only. */
export const createChatbotComparison: Comparison = {
  name: 'create-chatbot',
  subject: 'create_chatbot',
  baseline: 'raw pg, one transaction',
  metric: 'requests per second',
  bars: { first: 0.4, goal: 0.6 },
  needsPostgres: true,
  prepare: bench =>
    chatbotsContest(bench, {
      requests: () => [toolCall('create_chatbot', sampleChatbot(0))],
      contains: ['"Support bot 0"'],
      sameAnswer: false,
    }),
};
