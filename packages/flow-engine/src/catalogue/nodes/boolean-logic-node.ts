import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { isTruthy } from '../../values/truthy.ts';
import { trueOrFalse } from '../branches.ts';
import { unspoken } from '../fields.ts';
import { defineNodeType } from '../node-type.ts';
import { namesIn, operand } from '../operands.ts';
import { scalarText } from '../scalars.ts';

const operations: ReadonlyMap<string, (left: boolean, right: boolean) => boolean> = new Map([
  ['AND', (left, right) => left && right],
  ['OR', (left, right) => left || right],
  ['NOT', (left, right) => left && !right],
  ['XOR', (left, right) => left !== right],
  ['NAND', (left, right) => !(left && right)],
  ['NOR', (left, right) => !(left || right)],
  ['XNOR', (left, right) => left === right],
]);

const operationOf = (operator: string) => operations.get(operator.trim().toUpperCase());

export const booleanLogicNode = defineNodeType({
  type: 'boolean-logic-node',
  group: 'logic',
  title: 'Boolean logic',
  summary: 'Combines two yes-or-no values, and goes one way when the result is true and another when it is not.',
  data: z.looseObject({
    leftValue: operand.describe('A variable by its bare name or as {{name}}; true, yes and 1 are true.'),
    operator: scalarText(20)
      .default('AND')
      .describe(
        `One of ${[...operations.keys()].join(', ')}; NOT is true when the left value is and the right is not.`,
      ),
    rightValue: operand.describe('As the left value.'),
  }),
  example: { leftValue: '{{isCustomer}}', operator: 'AND', rightValue: '{{wantsCall}}' },
  handles: () => trueOrFalse({ label: 'true' }, { label: 'false' }),
  texts: data => [...unspoken('/leftValue', data.leftValue), ...unspoken('/rightValue', data.rightValue)],
  reads: data => namesIn(data.leftValue, data.rightValue),
  check({ operator }) {
    if (operationOf(operator) !== undefined) return [];
    const known = [...operations.keys()].join(', ');
    const message = `There is no operator "${operator}". There are ${known}.`;
    return [{ code: 'BAD_EXPRESSION', pointer: '/operator', message }];
  },
  enter(data, call) {
    const isTrue = operationOf(data.operator)?.(
      isTruthy(call.operand(data.leftValue)),
      isTruthy(call.operand(data.rightValue)),
    );
    return leave(isTrue ? 'source-0' : 'source-1');
  },
});
