import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { readNumber } from '../../values/number.ts';
import { flag, unspoken } from '../fields.ts';
import { defineNodeType, onlyDefault } from '../node-type.ts';
import { isNeverNumber } from '../operands.ts';
import { scalarText } from '../scalars.ts';

const data = z.looseObject({
  name: scalarText(100).default('').describe('Name of the variable; empty: the id of the node.'),
  value: scalarText(10_000)
    .default('')
    .describe('What it is set to. {{name}} alone copies a value with its type; within a text it is filled in.'),
  isNumber: flag(false).describe('Keeps a number; what is none becomes 0.'),
  customNameValue: flag(false).describe('The id of the node is the name.'),
});

const nameOf = ({ name, customNameValue }: z.infer<typeof data>, nodeId: string) =>
  customNameValue ? nodeId : name.trim() || nodeId;

export const variableNode = defineNodeType({
  type: 'variable-node',
  group: 'logic',
  title: 'Variable',
  summary: 'Sets a variable, which also counts as an answer.',
  data,
  example: { name: 'plan', value: 'premium' },
  handles: onlyDefault,
  texts: ({ value }) => unspoken('/value', value),
  writes: (variable, nodeId) => [
    {
      name: nameOf(variable, nodeId),
      type: variable.isNumber ? 'number' : 'any',
      answer: true,
      ...(!variable.customNameValue && variable.name.trim() !== '' && { pointer: '/name' }),
    },
  ],
  check({ value, isNumber }) {
    if (!isNumber || value.trim() === '' || !isNeverNumber(value)) return [];
    return [{ code: 'BAD_EXPRESSION', pointer: '/value', message: 'The value is no number, and would be kept as 0.' }];
  },
  enter(variable, call) {
    const value = call.evaluate(variable.value);
    call.answer(nameOf(variable, call.nodeId), variable.isNumber ? (readNumber(value) ?? 0) : value, '');
    return leave();
  },
});
