import { z } from 'zod';
import { readEmail } from '../answers/email.ts';
import { readName } from '../answers/name.ts';
import { readPhone } from '../answers/phone.ts';
import { type QuestionKind, questionKind } from '../answers/question-kind.ts';
import { type Read, readText } from '../answers/reading.ts';
import type { Reply } from '../engine/input.ts';
import type { NodeCall } from '../engine/node-call.ts';
import type { Step } from '../engine/step.ts';
import { plainText } from '../text/plain-text.ts';
import type { Json } from '../values/json.ts';
import { answerKey, answerWrite } from './answer-key.ts';
import { answerVariable, spoken } from './fields.ts';
import type { TextField, VariableWrite } from './node-type.ts';

/** Questions that one node asks one by one. What each asks for is said by the name of its variable. */
export const questionList = z
  .array(
    z.looseObject({
      questionText: z.string().max(10_000).default('').describe('The question.'),
      answerVariable: answerVariable.describe(
        'Name under which the answer is kept. The names `name`, `email`, `phone` and `mobile` also say how it is checked.',
      ),
      incorrectEmailResponse: z.string().optional().describe('Said when an e-mail address cannot be one.'),
      incorrectPhoneNumberResponse: z.string().optional().describe('Said when a phone number cannot be one.'),
    }),
  )
  .max(100);

export type Question = z.infer<typeof questionList>[number];

const inputKinds = { name: 'text', email: 'email', phone: 'phone', text: 'text' } as const;

/**
 * Asks the question at an index; undefined where there is none left.
 *
 * @param step what the node needs to know to go on; by default the index
 */
export function askQuestion(
  questions: readonly Question[],
  index: number,
  call: NodeCall,
  step: Json = index,
): Step | undefined {
  const question = questions[index];
  if (question === undefined) return undefined;
  const prompt = call.render(question.questionText);
  const kind = inputKinds[questionKind(question.answerVariable)];
  return { do: 'ask', step, request: { kind, ...(prompt !== '' && { prompt }) } };
}

/** Keeps the answer to the question at an index; returns the step that turns the reply back where it is none. */
export function takeAnswer(
  questions: readonly Question[],
  index: number,
  call: NodeCall,
  reply: Reply,
): Step | undefined {
  const question = questions[index];
  if (question === undefined) return undefined;
  const kind = questionKind(question.answerVariable);
  const read = readAnswer(kind, reply, call);
  if (!read.ok) return { do: 'reject', message: call.render(refusalOf(kind, question)) || read.problem };
  if (kind !== 'text') call.identify({ [kind]: read.value });
  const key = answerKey(question.answerVariable, defaultKey(call.nodeId, index));
  call.answer(key, read.value, call.render(plainText(question.questionText), 'plain'));
  return undefined;
}

function readAnswer(kind: QuestionKind, reply: Reply, call: NodeCall): Read<string> {
  switch (kind) {
    case 'name':
      return readName(reply);
    case 'email':
      return readEmail(reply);
    case 'phone':
      return readPhone(reply, call.locale);
    case 'text':
      return readText(reply);
  }
}

function refusalOf(kind: QuestionKind, question: Question): string {
  if (kind === 'email') return question.incorrectEmailResponse ?? '';
  return kind === 'phone' ? (question.incorrectPhoneNumberResponse ?? '') : '';
}

const defaultKey = (nodeId: string, index: number) => `${nodeId}_q${index}`;

/** The texts of a list at a JSON pointer within `data`. */
export function questionTexts(questions: readonly Question[], pointer: string): TextField[] {
  return questions.flatMap((question, index) =>
    (['questionText', 'incorrectEmailResponse', 'incorrectPhoneNumberResponse'] as const).flatMap(field =>
      spoken(`${pointer}/${index}/${field}`, question[field]),
    ),
  );
}

/** What the answers to a list at a JSON pointer within `data` are kept as. */
export function questionWrites(questions: readonly Question[], pointer: string, nodeId: string): VariableWrite[] {
  return questions.map((question, index) =>
    answerWrite(question.answerVariable, defaultKey(nodeId, index), 'text', `${pointer}/${index}/answerVariable`),
  );
}
