import { z } from 'zod';
import { answerKey, answerWrite } from './answer-key.ts';
import { answerVariable, flag, spoken } from './fields.ts';
import type { TextField, VariableType, VariableWrite } from './node-type.ts';
import { scalarNumber } from './scalars.ts';

const option = z.union([
  z.string(),
  z.looseObject({
    id: z.union([z.string(), z.number()]).optional().describe('Names the option for clients.'),
    label: z.string().optional().describe('Text of the option, which is kept as the answer.'),
    text: z.string().optional().describe('The same, as other editors write it.'),
    optionText: z.string().optional().describe('The same, as other editors write it.'),
  }),
]);

/** Questions after a talk with a person, asked one by one. */
export const survey = z
  .array(
    z.looseObject({
      id: z.union([z.string(), z.number()]).optional().describe('Name of the answer where answerVariable is missing.'),
      questionText: z.string().max(10_000).default('').describe('The question.'),
      answerVariable,
      type: z.string().optional().describe('rating, text, choice (one of the options) or multi (several of them).'),
      options: z.array(option).max(100).default([]).describe('Texts to choose from.'),
      minRating: scalarNumber(1).describe('Lowest rating.'),
      maxRating: scalarNumber(5).describe('Highest rating, at most 100 above the lowest.'),
      required: flag(false).describe('Has to be answered; else an empty reply leaves it out.'),
    }),
  )
  .max(50);

export type SurveyQuestion = z.infer<typeof survey>[number];
type SurveyKind = 'rating' | 'text' | 'choice' | 'multi';

const kinds: ReadonlyMap<string, SurveyKind> = new Map([
  ['rating', 'rating'],
  ['text', 'text'],
  ['choice', 'choice'],
  ['multi', 'multi'],
]);

/** What a survey question asks for: its type, a variable that is called like one, or what its options suggest. */
export function surveyKind({ type, answerVariable: name, options }: SurveyQuestion): SurveyKind {
  const kind = [type, name].map(word => kinds.get(word?.trim().toLowerCase() ?? '')).find(known => known !== undefined);
  if (kind === 'choice' || kind === 'multi') return options.length > 0 ? kind : 'text';
  return kind ?? (options.length > 0 ? 'choice' : 'text');
}

/** The name under which the answer to a question is kept. */
export function surveyKey({ answerVariable: name, id }: SurveyQuestion, index: number, nodeId: string): string {
  return answerKey(name, String(id ?? '').trim() || `${nodeId}_s${index}`);
}

const types: Readonly<Record<SurveyKind, VariableType>> = {
  rating: 'number',
  text: 'text',
  choice: 'text',
  multi: 'list',
};

/** The texts of a survey at a JSON pointer within `data`. */
export function surveyTexts(questions: readonly SurveyQuestion[], pointer: string): TextField[] {
  return questions.flatMap((question, index) => [
    ...spoken(`${pointer}/${index}/questionText`, question.questionText),
    ...question.options.flatMap((written, at) => {
      if (typeof written === 'string') return spoken(`${pointer}/${index}/options/${at}`, written, 'plain');
      const field = (['label', 'text', 'optionText'] as const).find(name => written[name] !== undefined);
      return field === undefined ? [] : spoken(`${pointer}/${index}/options/${at}/${field}`, written[field], 'plain');
    }),
  ]);
}

/** What the answers to a survey at a JSON pointer within `data` are kept as. */
export function surveyWrites(questions: readonly SurveyQuestion[], pointer: string, nodeId: string): VariableWrite[] {
  return questions.map((question, index) =>
    answerWrite(
      question.answerVariable,
      surveyKey({ ...question, answerVariable: undefined }, index, nodeId),
      types[surveyKind(question)],
      `${pointer}/${index}/answerVariable`,
    ),
  );
}
