import { z } from 'zod';
import { type FieldKind, fieldKind, readField, requestOf } from '../../answers/field-kind.ts';
import { leave } from '../../engine/step.ts';
import { answerKey, answerWrite } from '../answer-key.ts';
import { answerVariable, spoken } from '../fields.ts';
import { defineNodeType, onlyDefault, type VariableType } from '../node-type.ts';

const message = z.string().max(10_000).default('');
const kindNames = 'name, email, number, url, mobile or phone, file, date, text';

const data = z.looseObject({
  inputType: z.string().max(100).optional().describe(`What is asked for: ${kindNames}; in old flows called \`type\`.`),
  fieldType: z.string().max(100).optional().describe('The same, read where there is no `inputType`.'),
  answerVariable,
  incorrectEmailResponse: message.describe('Said when an e-mail address cannot be one.'),
  incorrectNumberResponse: message.describe('Said when a number cannot be read.'),
  incorrectUrlResponse: message.describe('Said when an address cannot be read.'),
  nameGreet: message.describe('Said after the name was given; {{name}} is the name.'),
});

type UserInput = z.infer<typeof data>;

const kindOf = ({ inputType, fieldType }: UserInput): FieldKind => fieldKind(inputType || fieldType || 'text');

const variableTypes: Readonly<Record<FieldKind, VariableType>> = {
  name: 'text',
  email: 'text',
  number: 'number',
  url: 'text',
  phone: 'text',
  file: 'file',
  date: 'date',
  text: 'text',
};

const refusalFields = ['incorrectEmailResponse', 'incorrectNumberResponse', 'incorrectUrlResponse'] as const;

const refusals: Readonly<Partial<Record<FieldKind, (typeof refusalFields)[number]>>> = {
  email: 'incorrectEmailResponse',
  number: 'incorrectNumberResponse',
  url: 'incorrectUrlResponse',
};

export const userInputNode = defineNodeType({
  type: 'user-input-node',
  group: 'legacy',
  title: 'User input',
  summary: 'Waits for what the message before it asks for: a name, an e-mail address, a number, a file; keeps it.',
  data,
  aliases: { nameGreet: ['nameGreetResponse'] },
  example: { inputType: 'email', answerVariable: 'email', incorrectEmailResponse: 'That does not look right.' },
  legacy: true,
  handles: onlyDefault,
  texts: input => [...refusalFields, 'nameGreet' as const].flatMap(field => spoken(`/${field}`, input[field])),
  writes: (input, nodeId) => [answerWrite(input.answerVariable, nodeId, variableTypes[kindOf(input)])],
  waits: () => true,
  enter: (input, call) => ({ do: 'ask', request: requestOf(kindOf(input), call.timeZone) }),
  resume(input, call, event) {
    const kind = kindOf(input);
    const read = readField(kind, event.kind === 'reply' ? event.reply : {}, call);
    if (!read.ok) {
      const field = refusals[kind];
      return { do: 'reject', message: (field && call.render(input[field])) || read.problem };
    }
    if (kind === 'name' || kind === 'email' || kind === 'phone') call.identify({ [kind]: String(read.value) });
    call.answer(answerKey(input.answerVariable, call.nodeId), read.value, '');
    const greeting = kind === 'name' ? call.render(input.nameGreet) : '';
    if (greeting !== '') call.say({ type: 'text', text: greeting });
    return leave();
  },
});
