import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { definePrompt } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotIdField, defaultDays, mostDays } from '../fields.ts';
import { chatbotAnalytics } from '../report/chatbot-analytics.ts';
import { embedChatbot } from './chatbot-state.ts';
import { embed, say, untrustedData } from './messages.ts';
import { reading } from './reading.ts';

const daysArgument = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/, { error: `Expected a number of days from 1 to ${mostDays}.` })
  .transform(Number)
  .pipe(z.int().min(1).max(mostDays))
  .optional()
  .describe(`Days up to today, 1 to ${mostDays}; default ${defaultDays}.`);

export const generateAnalyticsReport = definePrompt({
  name: 'generate-analytics-report',
  title: 'Generate analytics report',
  description: 'Generates a formatted analytics report with key metrics, daily trends, and actionable insights.',
  args: z.object({ chatbotId: chatbotIdField, days: daysArgument }),
}).get(async ({ chatbotId, days = defaultDays }, ctx) => {
  const id = chatbotIdType.encode(chatbotId);
  return [
    say(`Write a report on the last ${days} days of the chatbot ${id}. It is ${ctx.now().toISOString()}.`),
    say(untrustedData),
    await embedChatbot(ctx, chatbotId),
    embed(`conferbot://chatbot/${id}/analytics`, await chatbotAnalytics(ctx, { chatbotId, days })),
    say(reading),
    say(form(id, days)),
  ];
});

function form(id: string, days: number): string {
  return `# The report

Markdown, for somebody who reads it in two minutes. Where views are 0 it is one sentence that says so.

1. Head: name of the chatbot, from and to in timezone, and whether figures are provisional.
2. Summary: three sentences. The most important figure first.
3. Key metrics: a table of views, starts, responses, completions with their change, then of the rates (value, numerator of denominator, that of the period before), the median and 90th percentile of the duration, and CSAT.
4. Daily trend: a table of days up to 31 of them, else of weeks; below it what stands out.
5. Channels: a table, where there is more than one.
6. Drop-off: a table of topDropOffNodes. For the words of a node call get_chatbot_flow (chatbotId ${id}).
7. Insights: what to do about it, three points at most, each with the figure that it rests on.

Use only figures that are here or that a tool returns; never estimate one. For another span of time call get_chatbot_analytics (chatbotId ${id}, days other than ${days}); for statuses and tickets get_conversation_summary and list_tickets (chatbotId ${id}).`;
}
