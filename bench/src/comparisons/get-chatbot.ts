import type { Comparison } from '../comparison.ts';
import { toolCall } from '../product/mcp-traffic.ts';
import { chatbotsContest } from './chatbots-contest.ts';

/** One row by its key, with all promises on (key, limits, usage, row-level security). */
export const getChatbotComparison: Comparison = {
  name: 'get-chatbot',
  subject: 'get_chatbot',
  baseline: 'raw pg, one prepared read, no RLS',
  metric: 'requests per second',
  bars: { first: 0.35, goal: 0.6 },
  needsPostgres: true,
  prepare: bench =>
    chatbotsContest(bench, {
      requests: chatbots => chatbots.map(({ id }) => toolCall('get_chatbot', { chatbotId: id })),
      contains: ['"responseCount":0'],
      sameAnswer: true,
    }),
};
