import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { calculate, isUnary, mathOperator } from '../../values/math.ts';
import { answerKey, answerWrite } from '../answer-key.ts';
import { answerVariable, unspoken } from '../fields.ts';
import { type DataFinding, defineNodeType, onlyDefault } from '../node-type.ts';
import { isNeverNumber, namesIn, operand } from '../operands.ts';
import { scalarText } from '../scalars.ts';

const data = z.looseObject({
  leftValue: operand.describe(
    'A number, or a variable by its bare name or as {{name}}; what is no number counts as 0.',
  ),
  operator: scalarText(40)
    .default('+')
    .describe('+, -, *, /, %, power, min, max, random; round, floor, ceil, abs, sqrt of the left value alone.'),
  rightValue: operand.describe('As the left value.'),
  resultVariable: answerVariable.describe('Name under which the result is kept.'),
});

type MathOperation = z.infer<typeof data>;

export const mathOperationNode = defineNodeType({
  type: 'math-operation-node',
  group: 'logic',
  title: 'Math operation',
  summary: 'Computes a number and keeps it. Division by 0 gives 0.',
  data,
  aliases: {
    leftValue: ['operand1', 'value1', 'left'],
    rightValue: ['operand2', 'value2', 'right'],
    operator: ['operation'],
    resultVariable: ['variable'],
  },
  example: { leftValue: '{{price}}', operator: '*', rightValue: '1.19', resultVariable: 'total' },
  handles: onlyDefault,
  texts: ({ leftValue, rightValue }) => [...unspoken('/leftValue', leftValue), ...unspoken('/rightValue', rightValue)],
  reads: ({ leftValue, rightValue }) => namesIn(leftValue, rightValue),
  writes: ({ resultVariable }, nodeId) => [answerWrite(resultVariable, nodeId, 'number', '/resultVariable')],
  check,
  enter({ leftValue, operator, rightValue, resultVariable }, call) {
    const known = mathOperator(operator);
    const random = () => call.random();
    const result =
      known === undefined ? 0 : calculate(known, call.operand(leftValue), call.operand(rightValue), random);
    call.answer(answerKey(resultVariable, call.nodeId), result, '');
    return leave();
  },
});

function check(operation: MathOperation): DataFinding[] {
  const operator = mathOperator(operation.operator);
  if (operator === undefined) {
    const message = `There is no operator "${operation.operator}". There are +, -, *, /, %, power, round, floor, ceil, abs, sqrt, min, max and random.`;
    return [{ code: 'BAD_EXPRESSION', pointer: '/operator', message }];
  }
  const sides = isUnary(operator) ? (['leftValue'] as const) : (['leftValue', 'rightValue'] as const);
  return sides
    .filter(side => isNeverNumber(operation[side]))
    .map(side => ({
      code: 'BAD_EXPRESSION',
      pointer: `/${side}`,
      message: `"${operation[side].slice(0, 40)}" is no number, and would count as 0.`,
    }));
}
