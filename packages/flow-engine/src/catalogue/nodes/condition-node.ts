import { z } from 'zod';
import { leave } from '../../engine/step.ts';
import { asText } from '../../text/as-text.ts';
import { holds } from '../../values/compare.ts';
import {
  type ConditionOperator,
  conditionOperator,
  conditionOperators,
  isOrder,
} from '../../values/condition-operator.ts';
import { checkPattern, matchWork } from '../../values/pattern.ts';
import { trueOrFalse } from '../branches.ts';
import { flag, unspoken } from '../fields.ts';
import { type DataFinding, defineNodeType } from '../node-type.ts';
import { isLiteral, isNeverNumber, namesIn, operand } from '../operands.ts';
import { scalarText } from '../scalars.ts';

const data = z.looseObject({
  leftValue: operand.describe('What is compared: a variable by its bare name or as {{name}}, or a fixed value.'),
  operator: scalarText(100)
    .default('=')
    .describe(`One of ${conditionOperators.join(', ')}; words such as "equals" or "lessThan" are read too.`),
  rightValue: operand.describe('What it is compared with; not needed by isEmpty and isNotEmpty.'),
  isNumber: flag(false).describe('Compares as numbers; a side that is none counts as 0.'),
});

type Condition = z.infer<typeof data>;

export const conditionNode = defineNodeType({
  type: 'condition-node',
  group: 'logic',
  title: 'Condition',
  summary: 'Compares two values, and goes one way when the comparison holds and another when it does not.',
  data,
  aliases: { leftValue: ['variable'], rightValue: ['value', 'compareValue'] },
  example: { leftValue: '{{budget}}', operator: '>=', rightValue: '1000', isNumber: true },
  handles: () => trueOrFalse({ label: 'true' }, { label: 'false' }),
  texts: ({ leftValue, rightValue }) => [...unspoken('/leftValue', leftValue), ...unspoken('/rightValue', rightValue)],
  reads: ({ leftValue, rightValue }) => namesIn(leftValue, rightValue),
  check,
  enter({ leftValue, operator, rightValue, isNumber }, call) {
    const known = conditionOperator(operator);
    const [left, right] = [call.operand(leftValue), call.operand(rightValue)];
    if (isMatch(known)) call.spend(matchWork(asText(right), asText(left)));
    const isTrue = holds(known, left, right, { isNumber, timeZone: call.timeZone });
    return leave(isTrue ? 'source-0' : 'source-1');
  },
});

function check(condition: Condition): DataFinding[] {
  const operator = conditionOperator(condition.operator);
  if (operator === undefined) {
    const known = conditionOperators.join(', ');
    return [
      badExpression('/operator', `There is no operator "${condition.operator.slice(0, 40)}". There are ${known}.`),
    ];
  }
  if (condition.isNumber) return checkNumbers(condition, operator);
  return isMatch(operator) ? checkRegex(condition.rightValue) : [];
}

function isMatch(operator: ConditionOperator | undefined): boolean {
  return operator === 'matches' || operator === 'does not match';
}

function checkNumbers(condition: Condition, operator: ConditionOperator): DataFinding[] {
  if (operator === 'isEmpty' || operator === 'isNotEmpty') return [];
  if (!isOrder(operator)) {
    return [badExpression('/operator', `"${operator}" compares texts. Turn "isNumber" off, or compare with =, <, >.`)];
  }
  return (['leftValue', 'rightValue'] as const)
    .filter(side => isNeverNumber(condition[side]))
    .map(side => badExpression(`/${side}`, `"${condition[side].slice(0, 40)}" is no number, and would count as 0.`));
}

function checkRegex(source: string): DataFinding[] {
  const verdict = isLiteral(source) ? checkPattern(source) : 'ok';
  if (verdict === 'ok') return [];
  const pointer = '/rightValue';
  return verdict === 'bad'
    ? [
        {
          code: 'BAD_REGEX',
          pointer,
          message: 'The regular expression cannot be read, or is over 1,000 characters long.',
        },
      ]
    : [
        {
          code: 'UNSAFE_REGEX',
          pointer,
          message:
            'The regular expression uses a backreference, a lookaround or too many repetitions. Write it without.',
        },
      ];
}

function badExpression(pointer: string, message: string): DataFinding {
  return { code: 'BAD_EXPRESSION', pointer, message };
}
