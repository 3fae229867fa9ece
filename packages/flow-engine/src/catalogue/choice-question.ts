import { z } from 'zod';
import { type Option, readOption } from '../answers/option.ts';
import type { InputOption } from '../engine/input-request.ts';
import type { NodeCall } from '../engine/node-call.ts';
import { leave, type ResumeEvent, type Step } from '../engine/step.ts';
import { caseFold } from '../text/case-fold.ts';
import { plainText } from '../text/plain-text.ts';
import { answerKey } from './answer-key.ts';
import { answerVariable, spoken, unspoken } from './fields.ts';
import type { DataFinding, Handle, TextField } from './node-type.ts';
import { scalarText } from './scalars.ts';

/** One of the things that a visitor can choose, as the author wrote it. */
export interface Choice extends Option {
  /** JSON pointer within `data` of the label. */
  readonly pointer: string;
  /** Address of a picture, and where it is written. */
  readonly image?: { readonly address: string; readonly pointer: string };
}

/** What all questions to choose from share. */
export const choiceQuestion = {
  choicePrompt: z.string().max(10_000).default('').describe('The question.'),
  answerVariable,
};

export const choiceAliases = { choicePrompt: ['questionText'] };

export const choiceId = scalarText(128)
  .optional()
  .describe('Names the output, `source-<id>`; without it the place in the list, from 0.');

export const choiceLabel = scalarText(2_000);

/** The id that an author gave, else the index. */
export const idOf = (id: string | undefined, index: number): string => id?.trim() || String(index);

export function outputOf({ id, label }: Option): Handle {
  return { id: `source-${id}`, label: plainText(label) || id };
}

export function choiceTexts(prompt: string, choices: readonly Choice[]): TextField[] {
  return [
    ...spoken('/choicePrompt', prompt),
    ...choices.flatMap(({ label, pointer, image }) => [
      ...spoken(pointer, label, 'plain'),
      ...(image ? unspoken(image.pointer, image.address, 'url') : []),
    ]),
  ];
}

/** Without anything to choose from, it is said and passed by: nobody could answer. */
export function askChoice(prompt: string, choices: readonly Choice[], call: NodeCall): Step {
  const text = call.render(prompt);
  if (choices.length === 0) {
    if (text !== '') call.say({ type: 'text', text });
    return leave();
  }
  const options = choices.map(choice => shown(choice, call));
  return { do: 'ask', request: { kind: 'choice', options, ...(text !== '' && { prompt: text }) } };
}

/** Keeps the label of what was chosen, or turns the reply back. */
export function takeChoice(
  question: { readonly prompt: string; readonly answerVariable: string | undefined },
  choices: readonly Choice[],
  call: NodeCall,
  event: ResumeEvent,
  handleOf: (picked: InputOption) => string | undefined = ({ id }) => `source-${id}`,
): Step {
  const options = choices.map(choice => shown(choice, call));
  const read = readOption(event.kind === 'reply' ? event.reply : {}, options);
  if (!read.ok) return { do: 'reject', message: read.problem };
  const { label } = read.value;
  const key = answerKey(question.answerVariable, call.nodeId);
  call.answer(key, label, call.render(plainText(question.prompt), 'plain'));
  call.pick(label);
  return leave(handleOf(read.value));
}

function shown({ id, label, image }: Choice, call: NodeCall): InputOption {
  const address = image === undefined ? '' : call.render(image.address, 'plain');
  return {
    id,
    label: call.render(plainText(label), 'plain').trim() || id,
    ...(address !== '' && { image: address }),
  };
}

/** What makes choices hard to tell apart. */
export function checkChoices(choices: readonly Choice[], pointer: string): DataFinding[] {
  if (choices.length === 0) {
    return [{ code: 'BAD_NODE_DATA', pointer, message: 'There is nothing to choose from. Add a choice.' }];
  }
  const ids = new Set<string>();
  const labels = new Set<string>();
  return choices.flatMap(({ id, label, pointer }) => {
    const findings: DataFinding[] = [];
    const shownLabel = caseFold(plainText(label));
    if (ids.has(id)) {
      const message = `Another choice has the id "${id}" too; both would leave by the same output.`;
      findings.push({ code: 'BAD_NODE_DATA', pointer: pointer.replace(/[^/]+$/, 'id'), message });
    }
    if (shownLabel !== '' && labels.has(shownLabel)) {
      findings.push({ code: 'OPTION_LABEL_DUPLICATE', pointer, message: `Another choice is called "${label}" too.` });
    }
    ids.add(id);
    labels.add(shownLabel);
    return findings;
  });
}
