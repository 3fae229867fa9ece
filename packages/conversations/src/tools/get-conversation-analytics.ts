import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { conversationAnalytics } from '../analytics/conversation-analytics.ts';
import { dropOffOutput } from '../analytics/drop-off.ts';
import { sentimentOutput } from '../analytics/mood.ts';
import { conversationId as conversationIdType, conversationStatuses } from '../contract.ts';
import { chatbotIdField, conversationIdField } from '../fields.ts';
import { pathOutput } from '../visit-view.ts';

export const getConversationAnalytics = defineTool({
  name: 'get_conversation_analytics',
  title: 'Get conversation analytics',
  description:
    "Get one conversation's duration, message counts, first reply time, path and drop-off, sentiment, language, rating. For the words: get_conversation.",
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/conversations/{conversationId}/analytics' },
  input: z.object({
    chatbotId: chatbotIdField,
    conversationId: conversationIdField,
    fromVisit: z.int().min(0).default(0).describe('Where to go on.'),
  }),
  output: z.object({
    conversationId: conversationIdType.output.describe('Id of the conversation.'),
    status: z.enum(conversationStatuses).describe('Its status.'),
    durationSeconds: z.number().describe('From the start to the last message.'),
    activeSeconds: z.number().describe('The same, no silence counted for more than 5 minutes.'),
    messageCounts: z.record(z.string(), z.int()).describe('Messages: total, visitor, bot, agent.'),
    firstReplySeconds: z.number().nullable().describe("From the visitor's first message to the reply."),
    firstHumanReplySeconds: z.number().nullable().describe('From the call for a person to what one said.'),
    nodePath: pathOutput,
    dropOff: dropOffOutput,
    sentiment: sentimentOutput,
    language: z.string().nullable().describe('ISO 639-1, as far as it can be told.'),
    rating: z.int().nullable().describe('1 to 5, by the visitor.'),
    goals: z.array(z.looseObject({})).describe('Goals that were reached.'),
    truncated: z.boolean().optional().describe('True when passes were left off to keep the answer short.'),
    next: z.string().optional().describe('The call that fetches the passes that were left off.'),
  }),
}).run((input, ctx) => conversationAnalytics(ctx, input));
