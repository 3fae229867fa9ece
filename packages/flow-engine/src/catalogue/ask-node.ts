import { z } from 'zod';
import type { Read } from '../answers/reading.ts';
import type { Reply } from '../engine/input.ts';
import type { InputRequest } from '../engine/input-request.ts';
import type { NodeCall } from '../engine/node-call.ts';
import { leave, type Step } from '../engine/step.ts';
import { plainText } from '../text/plain-text.ts';
import type { Json, JsonObject } from '../values/json.ts';
import { answerKey, answerWrite } from './answer-key.ts';
import { answerVariable, spoken } from './fields.ts';
import {
  type DataFinding,
  defineNodeType,
  type NodeType,
  onlyDefault,
  type TextField,
  type VariableType,
} from './node-type.ts';

/** What all questions share. */
export const question = {
  questionText: z.string().max(10_000).default('').describe('The question.'),
  answerVariable,
};

/** What is said when a reply cannot be taken, where the author says it. */
export const incorrectResponse = z.string().max(10_000).optional();

interface QuestionData {
  readonly questionText: string;
  readonly answerVariable?: string | undefined;
}

/** A question with one answer and one way on. */
interface AskNode<Data, Value extends Json> {
  readonly type: string;
  readonly title: string;
  readonly summary: string;
  readonly data: z.ZodType<Data>;
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly example: JsonObject;
  /** Name of the answer where the author gives none; without it the id of the node. */
  readonly key?: string;
  readonly answerType: VariableType;
  readonly request: (data: Data, call: NodeCall) => Omit<InputRequest, 'nodeId' | 'prompt'>;
  readonly read: (reply: Reply, data: Data, call: NodeCall) => Read<Value>;
  /** The author's text for a reply that cannot be taken, and where it is written. */
  readonly refusal?: (data: Data) => { readonly pointer: string; readonly text: string | undefined };
  /** What follows from an answer, once it is kept. */
  readonly answered?: (value: Value, data: Data, call: NodeCall) => void;
  readonly texts?: (data: Data) => readonly TextField[];
  readonly check?: (data: Data, nodeId: string) => readonly DataFinding[];
}

export function defineAskNode<Data extends QuestionData, Value extends Json>(ask: AskNode<Data, Value>): NodeType {
  const { type, title, summary, data, aliases, example, check } = ask;
  return defineNodeType({
    type,
    group: 'ask',
    title,
    summary,
    data,
    ...(aliases && { aliases }),
    example,
    handles: onlyDefault,
    texts: node => [
      ...spoken('/questionText', node.questionText),
      ...refusalTexts(ask, node),
      ...(ask.texts?.(node) ?? []),
    ],
    writes: (node, nodeId) => [answerWrite(node.answerVariable, ask.key ?? nodeId, ask.answerType)],
    waits: () => true,
    ...(check && { check }),
    enter(node, call) {
      const prompt = call.render(node.questionText);
      return { do: 'ask', request: { ...ask.request(node, call), ...(prompt !== '' && { prompt }) } };
    },
    resume: (node, call, event) => takeReply(ask, node, call, event.kind === 'reply' ? event.reply : {}),
  });
}

function takeReply<Data extends QuestionData, Value extends Json>(
  ask: AskNode<Data, Value>,
  data: Data,
  call: NodeCall,
  reply: Reply,
): Step {
  const read = ask.read(reply, data, call);
  if (!read.ok) return { do: 'reject', message: call.render(ask.refusal?.(data).text ?? '') || read.problem };
  const key = answerKey(data.answerVariable, ask.key ?? call.nodeId);
  call.answer(key, read.value, call.render(plainText(data.questionText), 'plain'));
  ask.answered?.(read.value, data, call);
  return leave();
}

function refusalTexts<Data, Value extends Json>(ask: AskNode<Data, Value>, data: Data): TextField[] {
  const refusal = ask.refusal?.(data);
  return refusal === undefined ? [] : spoken(refusal.pointer, refusal.text);
}
