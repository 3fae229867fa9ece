import { readOption } from '../answers/option.ts';
import { readOptions } from '../answers/options.ts';
import { type Read, readText, taken } from '../answers/reading.ts';
import { readScalePoint } from '../answers/scale-point.ts';
import type { Reply } from '../engine/input.ts';
import type { InputOption } from '../engine/input-request.ts';
import type { NodeCall } from '../engine/node-call.ts';
import type { Step } from '../engine/step.ts';
import { asText } from '../text/as-text.ts';
import { plainText } from '../text/plain-text.ts';
import type { Json } from '../values/json.ts';
import { type SurveyQuestion, surveyKey, surveyKind } from './survey.ts';

/** Asks a question; `step` is what the node needs to know to go on. */
export function askSurveyQuestion(question: SurveyQuestion, call: NodeCall, step: Json): Step {
  const prompt = call.render(question.questionText);
  const common = { ...(prompt !== '' && { prompt }), ...(!question.required && { optional: true }) };
  const options = optionsOf(question, call);
  switch (surveyKind(question)) {
    case 'rating':
      return { do: 'ask', step, request: { kind: 'rating', ...common, ...boundsOf(question), style: 'numbers' } };
    case 'text':
      return { do: 'ask', step, request: { kind: 'text', ...common } };
    case 'choice':
      return { do: 'ask', step, request: { kind: 'choice', ...common, options } };
    case 'multi':
      return { do: 'ask', step, request: { kind: 'choices', ...common, options, min: question.required ? 1 : 0 } };
  }
}

/** Keeps the answer; returns the step that turns the reply back where it is none. */
export function takeSurveyAnswer(
  question: SurveyQuestion,
  index: number,
  call: NodeCall,
  reply: Reply,
): Step | undefined {
  if (!question.required && isEmpty(reply)) return undefined;
  const read = readSurveyAnswer(question, reply, call);
  if (!read.ok) return { do: 'reject', message: read.problem };
  call.answer(
    surveyKey(question, index, call.nodeId),
    read.value,
    call.render(plainText(question.questionText), 'plain'),
  );
  return undefined;
}

function readSurveyAnswer(question: SurveyQuestion, reply: Reply, call: NodeCall): Read<Json> {
  switch (surveyKind(question)) {
    case 'rating': {
      const { min, max } = boundsOf(question);
      return readScalePoint(reply, min, max);
    }
    case 'text':
      return readText(reply);
    case 'choice': {
      const read = readOption(reply, optionsOf(question, call));
      return read.ok ? taken(read.value.label) : read;
    }
    case 'multi': {
      const read = readOptions(reply, optionsOf(question, call));
      return read.ok ? taken(read.value.map(({ label }) => label)) : read;
    }
  }
}

function isEmpty({ text, value, choiceId, choiceIds, files }: Reply): boolean {
  const picked = [choiceId, ...(choiceIds ?? []), ...(files ?? [])].some(one => one !== undefined);
  return !picked && (text ?? '').trim() === '' && (value === undefined || value === null || asText(value) === '');
}

function optionsOf({ options }: SurveyQuestion, call: NodeCall): InputOption[] {
  return options.map((written, index) => {
    const id = typeof written === 'string' ? undefined : written.id;
    const label = typeof written === 'string' ? written : (written.label ?? written.text ?? written.optionText ?? '');
    return { id: String(id ?? `option-${index + 1}`), label: call.render(plainText(label), 'plain') };
  });
}

function boundsOf({ minRating, maxRating }: SurveyQuestion): { readonly min: number; readonly max: number } {
  const min = Math.round(minRating);
  return { min, max: Math.min(Math.max(Math.round(maxRating), min), min + 100) };
}
