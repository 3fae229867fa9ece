import { chatTurnsComparison } from './chat/chat-turns.ts';
import type { Comparison } from './comparison.ts';
import { createChatbotComparison } from './comparisons/create-chatbot.ts';
import { flowEngineComparisons } from './comparisons/flow-engine.ts';
import { getChatbotComparison } from './comparisons/get-chatbot.ts';
import { idleMemoryComparison } from './comparisons/idle-memory.ts';
import { listChatbotsComparison } from './comparisons/list-chatbots.ts';
import { loadGeneratorComparison } from './comparisons/load-generator.ts';
import { startToReadyComparison } from './comparisons/start-to-ready.ts';
import { toolsListComparisons } from './comparisons/tools-list.ts';
import { trivialToolComparisons } from './comparisons/trivial-tool.ts';
import { analyticsYearComparison } from './history/analytics-year.ts';
import { responsesPageComparison } from './history/responses-page.ts';
import { webhookDeliveriesComparison } from './webhooks/webhook-deliveries.ts';

/** All rows, in the order in which they run and are shown. */
export const comparisons: readonly Comparison[] = [
  loadGeneratorComparison,
  ...trivialToolComparisons,
  ...toolsListComparisons,
  getChatbotComparison,
  listChatbotsComparison,
  createChatbotComparison,
  chatTurnsComparison,
  webhookDeliveriesComparison,
  analyticsYearComparison,
  responsesPageComparison,
  startToReadyComparison,
  idleMemoryComparison,
  ...flowEngineComparisons,
];

/** The rows by those names, or all. @throws Error that names one that there is not. */
export function comparisonsNamed(names: readonly string[]): readonly Comparison[] {
  const unknown = names.find(name => !comparisons.some(comparison => comparison.name === name));
  if (unknown !== undefined) {
    const known = comparisons.map(({ name }) => name).join(', ');
    throw new Error(`no comparison is called ${JSON.stringify(unknown)}; there are ${known}`);
  }
  return names.length === 0 ? comparisons : comparisons.filter(({ name }) => names.includes(name));
}
