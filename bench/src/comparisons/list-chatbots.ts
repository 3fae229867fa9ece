import type { Comparison } from '../comparison.ts';
import { toolCall } from '../product/mcp-traffic.ts';
import { chatbotCount, chatbotsContest } from './chatbots-contest.ts';

/** 100 rows on one page, with all promises on (key, limits, usage, row-level security). */
export const listChatbotsComparison: Comparison = {
  name: 'list-chatbots',
  subject: 'list_chatbots, 100 rows',
  baseline: 'raw pg, one prepared read and map',
  metric: 'requests per second',
  bars: { first: 0.5, goal: 0.8 },
  needsPostgres: true,
  prepare: bench =>
    chatbotsContest(bench, {
      requests: () => [toolCall('list_chatbots', { limit: chatbotCount })],
      contains: [`"total":${chatbotCount}`, '"Support bot 1"', `"Support bot ${chatbotCount}"`],
      sameAnswer: true,
    }),
};
