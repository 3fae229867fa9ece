import { usageReport } from '@conferbot/accounts/contract';
import { chatbotAspect, chatbotDirectory } from '@conferbot/chatbots/contract';
import { conversationChanged, conversationHistory } from '@conferbot/conversations/contract';
import { contribute, definePlugin, on, type Plugin, provide } from '@conferbot/plugin';
import manifest from '../package.json' with { type: 'json' };
import { analyticsAspect } from './aspect.ts';
import { rollups } from './contract.ts';
import { entities } from './entities/index.ts';
import { migrations } from './migrations/index.ts';
import { analyzeChatbotPerformance } from './prompts/analyze-chatbot-performance.ts';
import { generateAnalyticsReport } from './prompts/generate-analytics-report.ts';
import { optimizeChatbot } from './prompts/optimize-chatbot.ts';
import { analyticsResource } from './resources/analytics.ts';
import { usageResource } from './resources/usage.ts';
import { foldRollups } from './rollup/fold-job.ts';
import { markSpan, markStarted } from './rollup/mark.ts';
import { getApiUsage } from './tools/get-api-usage.ts';
import { getChatbotAnalytics } from './tools/get-chatbot-analytics.ts';

/** What happened, in figures: how conversations of a chatbot went, and what a workspace used of the API. */
export function analytics(): Plugin {
  return definePlugin({
    id: 'analytics',
    version: manifest.version,
    tools: [getChatbotAnalytics, getApiUsage],
    resources: [analyticsResource, usageResource],
    prompts: [analyzeChatbotPerformance, generateAnalyticsReport, optimizeChatbot],
    storage: { entities, migrations, rights: { worker: { rollup_alarms: ['select'] } } },
    subscriptions: [
      on(conversationChanged, 'mark-quarters', ({ payload: { chatbotId, startedAt } }, ctx) =>
        markStarted(ctx, chatbotId, new Date(startedAt)),
      ),
    ],
    provides: [provide(rollups, ctx => ({ rebuild: (chatbotId, from, to) => markSpan(ctx, chatbotId, from, to) }))],
    contributes: [contribute(chatbotAspect, analyticsAspect)],
    requires: [chatbotDirectory, conversationHistory, usageReport],
    jobs: [foldRollups],
  });
}
