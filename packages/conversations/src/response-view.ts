import { chatbotId, flowVersionId } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import { type AnswerRow, answersOutput, answerView, latestByKey } from './answer-view.ts';
import { conversationId, responseId } from './contract.ts';
import { cutPart } from './cut-part.ts';
import { metaField, visitorField } from './fields.ts';

/** What is read of a row of `conversations` that has an answer. */
export interface ResponseRow {
  readonly id: string;
  readonly chatbot_id: string;
  readonly visitor_id: string;
  readonly channel: string;
  readonly flow_version_id: string;
  readonly answer_count: number;
  readonly started_at: string;
  readonly first_answer_at: string;
  readonly completed_at: string | null;
  readonly updated_at: string;
  readonly visitor: object;
  readonly meta: object;
}

export const responseFields = {
  id: responseId.output.describe('Id of the response.'),
  chatbotId: chatbotId.output.describe('Its chatbot.'),
  conversationId: conversationId.output.describe('The conversation that it was given in.'),
  visitorId: z.string().describe('The same for all responses of a visitor.'),
  status: z.enum(['partial', 'completed']).describe('completed: the flow was followed to its end.'),
  answers: answersOutput,
  answerCount: z.int().describe('Answers in all; get_response has those left off.'),
  answersByKey: z.record(z.string(), z.unknown()).describe('The latest value of each key in answers.'),
  visitor: visitorField,
  meta: metaField,
  channel: z.string().describe('Where it was given, such as web.'),
  flowVersionId: flowVersionId.output.describe('The flow version that was followed.'),
  startedAt: z.iso.datetime().describe('Start of the conversation, UTC.'),
  completedAt: z.iso.datetime().nullable().describe('UTC; null while partial.'),
  createdAt: z.iso.datetime().describe('When the first answer was given, UTC.'),
  updatedAt: z.iso.datetime().describe('UTC.'),
};

export const responseOutput = z.object(responseFields);

/** A response with as many of its answers as have room in so many bytes. */
export function responseView(
  row: ResponseRow,
  answers: readonly AnswerRow[],
  bytes: number,
): z.input<typeof responseOutput> {
  const shown = cutPart(answers.map(answerView), bytes);
  return {
    id: responseId.encode(row.id),
    chatbotId: chatbotId.encode(row.chatbot_id),
    conversationId: conversationId.encode(row.id),
    visitorId: row.visitor_id,
    status: row.completed_at === null ? 'partial' : 'completed',
    answers: [...shown],
    answerCount: row.answer_count,
    answersByKey: latestByKey(shown),
    visitor: { ...row.visitor },
    meta: { ...row.meta },
    channel: row.channel,
    flowVersionId: flowVersionId.encode(row.flow_version_id),
    startedAt: row.started_at,
    completedAt: row.completed_at,
    createdAt: row.first_answer_at,
    updatedAt: row.updated_at,
  };
}
